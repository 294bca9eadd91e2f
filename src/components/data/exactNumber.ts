/**
 * A whole number or a decimal of DuckDB as a number, by its digits: 4785 with one decimal is 478.5.
 * @throws Error in Danish where no number holds it exactly
 */
export function exactNumber(digits: bigint, decimals: number, column: string): number {
  const number = Number(`${digits}e-${decimals}`);
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  throw new Error(
    `Kolonnen "${column}" har et tal over 9.007.199.254.740.991, som en browser ikke regner nøjagtigt med; skriv ::VARCHAR efter udtrykket.`
  );
}

/**
 * Whether a text may hold a Danish civil registration number: ten digits of which the first four are a day and a month,
 * together or with a dash or a space before the last four.
 */
export function isCpr(text: string): boolean {
  return [...text.matchAll(/(?<!\d)(\d\d)(\d\d)\d\d[- ]?\d{4}(?!\d)/g)].some(
    ([, day, month]) => Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
  );
}

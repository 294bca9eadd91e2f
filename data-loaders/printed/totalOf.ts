/** The sum, NaN as soon as one number is: what leaves out a missing number must not pass for the sum. */
export function totalOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

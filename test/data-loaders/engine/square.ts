/** A task for a thread. */
export async function work(value: number): Promise<number> {
  if (value < 0) throw new Error(`${value} is negative`);
  return value * value;
}

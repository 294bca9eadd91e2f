/** An interval on the scale of what it is about: proportions 0 to 1, counts, differences −1 to 1. */
export interface Limits {
  low: number;
  high: number;
}

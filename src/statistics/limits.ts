/** An interval on the scale of what it is about: proportions 0 to 1, counts, differences −1 to 1. */
export interface Limits {
  low: number;
  high: number;
}

/** Two-sided 95 % quantile of the standard normal distribution (0.975). */
export const Z95 = 1.959963984540054;

/** Two-sided 99.8 % quantile of the standard normal distribution (0.999), the outer limit of funnel plots. */
export const Z998 = 3.090232306167813;

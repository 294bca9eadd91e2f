/** Two-sided 95 % quantile of the standard normal distribution (0.975). */
export const Z95 = 1.959963984540054;

/** Two-sided 99.8 % quantile of the standard normal distribution (0.999), the outer limit of funnel plots. */
export const Z998 = 3.090232306167813;

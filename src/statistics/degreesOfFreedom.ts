import {sum} from "d3-array";

/**
 * Degrees of freedom of the variance between participants of a share, or of the difference between shares of groups of
 * their registrations: k − 1 where participants are of equal size, fewer where some weigh more than others.
 *
 * F. E. Satterthwaite: An approximate distribution of estimates of variance components. Biometrics Bulletin
 * 1946;2:110-4; for clusters R. M. Bell and D. F. McCaffrey: Bias reduction in standard errors for linear regression
 * with multi-stage samples. Survey Methodology 2002;28:169-81: (tr C)² / tr C², where C is the covariance of the
 * participants' contributions (y_gi − p_g n_gi) / N_g under independent registrations: Σ_g n_gi / N_g² on its diagonal,
 * less Σ_g n_gi n_gj / N_g³.
 *
 * @param groups sizes of the participants, one list a group, in the same order of at least two participants
 * @returns 1 to k − 1
 */
export function degreesOfFreedom(...groups: number[][]): number {
  const shares = groups.map((sizes) => ({sizes, total: sum(sizes)}));
  const own = groups[0]!.map((_, i) => sum(shares, ({sizes, total}) => sizes[i]! / total ** 2));
  const joint = groups[0]!.map((_, i) => sum(shares, ({sizes, total}) => sizes[i]! ** 2 / total ** 3));
  const crossed = shares.flatMap((g) =>
    shares.map((h) => sum(g.sizes, (size, i) => size * h.sizes[i]!) ** 2 / (g.total * h.total) ** 3)
  );
  const trace = sum(own) - sum(joint);
  return trace ** 2 / (sum(own, (d, i) => d * (d - 2 * joint[i]!)) + sum(crossed));
}

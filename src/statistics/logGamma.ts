/** ln Γ(x) for x above 0: Stirling's series (Abramowitz and Stegun 6.1.41) after raising x by recurrence. */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  while (y < 10) product *= y++;
  const z = 1 / (y * y);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + halfLog2Pi + series - Math.log(product);
}

/** ψ(x), the derivative of ln Γ(x), for x above 0, in the same way (Abramowitz and Stegun 6.3.18). */
export function digamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 10) shift += 1 / y++;
  const z = 1 / (y * y);
  const series = z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z / 132))));
  return Math.log(y) - 0.5 / y - series - shift;
}

const halfLog2Pi = Math.log(2 * Math.PI) / 2;

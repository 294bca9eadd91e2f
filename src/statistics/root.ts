/**
 * Where a function changes its sign, by Chandrupatla's method: inverse quadratic interpolation where that is safe, else
 * bisection.
 *
 * T. R. Chandrupatla: A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without
 * using derivatives. Advances in Engineering Software 1997;28:145-9.
 *
 * @param f continuous, of different signs at the ends
 * @returns to the last bits, or to 1e-17 beside 0
 * @throws RangeError when both ends have the same sign
 */
export function root(f: (x: number) => number, low: number, high: number): number {
  let [a, fa, b, fb] = [high, f(high), low, f(low)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) throw new RangeError(`The function has the same sign at ${low} and ${high}.`);
  let t = 0.5;
  for (;;) {
    const x = a + t * (b - a);
    const fx = f(x);
    let [c, fc] = [a, fa];
    if (Math.sign(fx) !== Math.sign(fa)) [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const least = (2 * Number.EPSILON * Math.abs(best) + 1e-17) / Math.abs(b - a);
    if (fa === 0 || !(least <= 0.5)) return best;
    const [xi, phi] = [(a - b) / (c - b), (fa - fb) / (fc - fb)];
    const isSafe = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
    t = isSafe ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb)) : 0.5;
    t = Math.min(1 - least, Math.max(least, t));
  }
}

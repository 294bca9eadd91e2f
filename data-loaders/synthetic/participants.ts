import {sum} from "d3-array";
import {wholeNumbers} from "./spread.js";
import {normals, type Source} from "./randomness.js";

/**
 * Registrations per participant where nothing is printed: log-normal sizes brought to the printed sum.
 *
 * @param shape `spread`: standard deviation of the natural logarithm; `smallest`: the fewest registrations
 */
export function plausibleSizes(
  participants: number,
  registrations: number,
  shape: {spread: number; smallest: number},
  source: Source
): number[] {
  const rest = registrations - participants * shape.smallest;
  if (rest < 0) throw new RangeError(`${registrations} registrations are too few for ${participants} participants`);
  const weights = Array.from(normals(source, participants), (z) => Math.exp(shape.spread * z));
  const unit = rest / sum(weights);
  return wholeNumbers(
    weights.map((w) => w * unit),
    rest
  ).map((n) => n + shape.smallest);
}

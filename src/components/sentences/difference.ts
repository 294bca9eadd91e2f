import {count, decimal} from "../words/format.js";
import {isSure, type Difference} from "../rows/largestDifference.js";

/** The unit of a difference between two shares. */
const POINTS = "procentpoint";

/**
 * Whether a difference is more than chance explains, and how large it is: `Forskellen er 12,3 procentpoint
 * (95 %-interval 3,1 til 20,2).`
 *
 * @param compared of how many differences it is one: its limits hold for all of them
 */
export function differenceInWords(difference: Difference<unknown>, compared = 1, unit = POINTS): string {
  const size = sizeInWords(difference, compared, unit);
  if (!difference.limits) return `Forskellen er ${size}; om den er tilfældig, kan ikke beregnes.`;
  return isSure(difference) ? `Forskellen er ${size}.` : `Forskellen, ${size}, kan være tilfældig.`;
}

/** How large a difference is, with its limits: `12,3 procentpoint (95 %-interval 3,1 til 20,2)`. */
export function sizeInWords({by, limits}: Difference<unknown>, compared = 1, unit = POINTS): string {
  const say = (value: number) => decimal(value, unit === POINTS ? 1 : 0);
  const size = `${say(by)}\u00A0${unit}`;
  if (!limits) return size;
  // A share cannot differ by more, whatever its limits are widened to.
  const most = unit === POINTS ? 100 : Infinity;
  const [low, high] = [Math.max(-most, limits.low), Math.min(most, limits.high)];
  const all = compared > 1 ? `, som gælder for alle ${count(compared)} sammenligninger` : "";
  return `${size} (95\u00A0%-interval ${say(low)} til ${say(high)}${all})`;
}

import loadHighs from "highs";
import {gumbels, type Source} from "./randomness.js";

/** What variation diagrams say of one participant: percent of the registrations, one whole number per diagram. */
export interface PrintedShare {
  participant: string;
  percents: number[];
}

/** A participant's registrations, and how many of them count in each diagram. */
export interface Size {
  participant: string;
  registrations: number;
  counts: number[];
}

export interface SizeLimits {
  smallest: number;
  largest: number;
  /** Standard deviation of the natural logarithm of a size. */
  spread: number;
  registrations: number;
  /** Fewest and most in each diagram, all participants together. */
  totals: [number, number][];
}

/**
 * Registrations of every participant of the variation diagrams: the likeliest set of sizes (log-normal around the
 * mean, with a little chance) for which every percent is an exact rounding and the sums are met. An integer program
 * with one choice per participant, solved by HiGHS (Q. Huangfu and J. A. J. Hall, Math. Prog. Comp. 2018;10:119-142).
 *
 * @throws RangeError when the diagrams and the sums contradict each other
 */
export async function diagramSizes(shares: PrintedShare[], limits: SizeLimits, source: Source): Promise<Size[]> {
  const options = shares.flatMap((share, place) => optionsOf(share, limits).map((size) => ({place, size})));
  const centre = Math.log(limits.registrations / shares.length);
  const chance = gumbels(source, options.length);
  const cost = ({size}: {size: Size}, i: number) =>
    ((Math.log(size.registrations) - centre) / limits.spread) ** 2 / 2 - 0.5 * chance[i]!;
  const terms = (weight: (option: (typeof options)[number], i: number) => number) =>
    options
      .map((option, i) => ({i, w: weight(option, i)}))
      .filter(({w}) => w !== 0)
      .map(({i, w}) => `${w < 0 ? "-" : "+"} ${Math.abs(w).toFixed(6)} x${i}`)
      .join("\n ");
  const rows = [
    ...shares.map((_, place) => ` ${terms((o) => Number(o.place === place))} = 1`),
    ` ${terms((o) => o.size.registrations)} = ${limits.registrations}`,
    ...limits.totals.flatMap(([low, high], d) => {
      const all = terms((o) => o.size.counts[d]!);
      return [` ${all} >= ${low}`, ` ${all} <= ${high}`];
    })
  ];
  const choices = options.map((_, i) => ` x${i}`);
  const problem = ["Minimize", ` ${terms(cost)}`, "Subject To", ...rows, "Binary", ...choices, "End", ""].join("\n");
  const highs = await loadHighs();
  const solution = highs.solve(problem, {output_flag: false, mip_rel_gap: 0.01});
  if (solution.Status !== "Optimal") throw new RangeError(`no sizes meet the diagrams (${solution.Status})`);
  const columns = solution.Columns as Record<string, {Primal: number}>;
  return options.filter((_, i) => columns[`x${i}`]!.Primal > 0.5).map(({size}) => size);
}

/** Every size whose counts round to the printed percents; up to 100 registrations, one count at most does. */
function optionsOf({participant, percents}: PrintedShare, limits: SizeLimits): Size[] {
  const result: Size[] = [];
  for (let registrations = limits.smallest; registrations <= Math.min(limits.largest, 100); registrations++) {
    const counts = percents.map((percent) => Math.round((percent * registrations) / 100));
    const exact = counts.every((count, d) => Math.round((100 * count) / registrations) === percents[d]);
    if (exact) result.push({participant, registrations, counts});
  }
  return result;
}

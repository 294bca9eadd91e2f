import {quantileSorted} from "d3-array";
import type {AreaValue} from "../rows/areaValue.js";
import {percent} from "../words/format.js";

/** How a map colours its areas. */
export interface ColorClasses {
  /** From the lowest to the highest, with what the legend says of each. */
  classes: {color: string; label: string}[];
  /** The place of an area's class among them; undefined where it has none, or may be in more than one. */
  classOf(area: AreaValue): number | undefined;
}

/**
 * Classes of the share itself. A hidden one has the class that its whole range lies in.
 * @param format how a limit is written; as a percentage by default
 */
export function shareClasses(
  limits: readonly number[],
  format: (value: number) => string = (value) => percent(value)
): ColorClasses {
  return {
    classes: classLabels(limits, format).map((label, i) => ({label, color: classColor(i, limits)})),
    classOf({value, range}) {
      if (value !== null) return classOf(value, limits);
      return range && sharedClass(range.least, range.most, limits);
    }
  };
}

/** How many colours a map has. */
const classes = 5;

/** The colours from the lowest class to the highest; light and dark ones are in the style sheet. */
const classColors = Array.from({length: classes}, (_, i) => `var(--map-${i + 1})`);

/**
 * Limits between the classes of colour, so that each holds about a fifth of the values; fewer
 * classes where values are alike.
 * @param step limits are rounded to multiples of it, as they are written in the legend
 */
export function classLimits(values: readonly number[], step = 0.1): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const limits = Array.from({length: classes - 1}, (_, i) => {
    const limit = quantileSorted(sorted, (i + 1) / classes)!;
    return Number((Math.round(limit / step) * step).toPrecision(12));
  });
  // A class that no value falls into would be a line of the legend that means nothing.
  const kept = limits.filter((limit, i) =>
    sorted.some((value) => value < limit && (i === 0 || value >= limits[i - 1]!))
  );
  return kept.filter((limit) => limit <= sorted.at(-1)!);
}

/** The class of a value: how many limits it reaches. */
export function classOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}

/** The class that all values from the least to the most fall in; undefined where they part. */
export function sharedClass(least: number, most: number, limits: readonly number[]): number | undefined {
  const [low, high] = [classOf(least, limits), classOf(most, limits)];
  return low === high ? low : undefined;
}

/** The colour of a class, over the whole range also where there are fewer classes than colours. */
export function classColor(index: number, limits: readonly number[]): string {
  const last = limits.length;
  return classColors[last === 0 ? 2 : Math.round((index * (classes - 1)) / last)]!;
}

/** The text of each class in the legend, the lowest first. */
export function classLabels(limits: readonly number[], format: (value: number) => string): string[] {
  if (limits.length === 0) return ["alle ens"];
  return [
    `under ${format(limits[0]!)}`,
    ...limits.slice(1).map((limit, i) => `${format(limits[i]!)} til under ${format(limit)}`),
    `${format(limits.at(-1)!)} og derover`
  ];
}

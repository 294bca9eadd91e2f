import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";

/** A printed number, or a range of them. */
export interface PrintedShare {
  low: number;
  high: number;
}

/**
 * The printed numbers of the slides (`L01`) and the programme (`P04`) by id. A percentage is
 * a proportion; `less than` begins at 0.
 */
export function readPrintedShares(root: string): Map<string, PrintedShare> {
  const read = (file: string) => csvParse(readFileSync(join(root, "data/published", file), "utf8"));
  const slides = read("slides_figures.csv").map(({slide_id, value_low, value_high, unit}) => ({
    id: slide_id!,
    low: value_low!,
    high: value_high!,
    unit,
    qualifier: ""
  }));
  const programme = read("programme_figures.csv").map(({figure_id, value, unit, qualifier}) => ({
    id: figure_id!,
    low: value!,
    high: value!,
    unit,
    qualifier
  }));
  return new Map(
    [...slides, ...programme].map(({id, low, high, unit, qualifier}) => {
      const parts = unit === "percent" ? 100 : 1;
      return [id, {low: qualifier === "lt" ? 0 : Number(low) / parts, high: Number(high) / parts}];
    })
  );
}

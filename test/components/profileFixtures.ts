import type {ComparedFigure, OwnFigure} from "../../src/components/rows/profileLines.js";

/** A figure of the area itself: 40 percent of 50 patients, in the middle of 98. */
export const own = (parts: Partial<OwnFigure> = {}): OwnFigure => ({
  measure: "surgery",
  period: "2023/24",
  n: 50,
  value: 40,
  low: 27.6,
  high: 53.8,
  rank_low: 20,
  rank_high: 80,
  areas: 98,
  status: "shown",
  ...parts
});

/** The same figure where too few are behind it to be shown. */
export const hidden = (status: OwnFigure["status"], parts: Partial<OwnFigure> = {}): OwnFigure =>
  own({
    n: null,
    value: null,
    low: null,
    high: null,
    rank_low: null,
    rank_high: null,
    status,
    ...parts
  });

/** The figure of the country, or of a region. */
export const compared = (
  area_id: string,
  value: number | null,
  parts: Partial<ComparedFigure> = {}
): ComparedFigure => ({
  measure: "surgery",
  period: "2023/24",
  area_id,
  value,
  status: value === null ? "hidden" : "shown",
  ...parts
});

export const measures = [
  {id: "surgery", label: "Opereret"},
  {id: "mri", label: "MR"}
];

import type {DSVRowString} from "d3-dsv";
import {readPrinted, type PrintedFigures} from "../printed/figure.js";
import {compareFigure} from "./compareFigure.js";
import type {Computed} from "../printed/computed.js";
import type {Explanations} from "./explanations.js";
import type {Finding, ReportId, SourceFindings} from "./finding.js";
import {judge, type Claim} from "./outcome.js";

/**
 * How one file of printed figures or claims is compared with what has been computed, of the
 * audit where nothing is said.
 */
export interface PublishedSource<C = Computed> {
  source: string;
  /** In Danish. */
  title: string;
  kind: SourceFindings["kind"];
  compare(rows: DSVRowString[], computed: C, explanations: Explanations): Finding[];
}

/** A file of figures: each printed beside the value that should round to it. */
export function publishedFigures<C>({source, title, figures}: PrintedFigures<C>): PublishedSource<C> {
  return {
    source,
    title,
    kind: "figures",
    compare: (rows, computed, explanations) =>
      figures(rows, computed).map((figure) => compareFigure(source, figure, explanations))
  };
}

/** A file of claims, one a row. */
export function publishedClaims<C = Computed>(
  source: string,
  title: string,
  claimOf: (row: DSVRowString, computed: C, i: number) => Claim<C>
): PublishedSource<C> {
  return {
    source,
    title,
    kind: "claims",
    compare: (rows, computed, explanations) =>
      rows.map((row, i) => judge(source, claimOf(row, computed, i), computed, explanations))
  };
}

/** Reads the files of a report in `data/published` and compares every row. */
export function compareReport<C>(
  report: ReportId,
  root: string,
  sources: PublishedSource<C>[],
  computed: C,
  explanations: Explanations
): SourceFindings[] {
  return sources.map(({source, title, kind, compare}) => {
    return {report, source, title, kind, findings: compare(readPrinted(root, source), computed, explanations)};
  });
}

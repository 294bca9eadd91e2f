import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse, type DSVRowString} from "d3-dsv";
import {compareFigure, type Figure} from "./compareFigure.js";
import type {Computed} from "./computed.js";
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
export function publishedFigures<C = Computed>(
  source: string,
  title: string,
  figuresOf: (rows: DSVRowString[], computed: C) => Figure[]
): PublishedSource<C> {
  return {
    source,
    title,
    kind: "figures",
    compare: (rows, computed, explanations) =>
      figuresOf(rows, computed).map((figure) => compareFigure(source, figure, explanations))
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
  folder: string,
  sources: PublishedSource<C>[],
  computed: C,
  explanations: Explanations
): SourceFindings[] {
  return sources.map(({source, title, kind, compare}) => {
    const rows = [...csvParse(readFileSync(join(folder, source), "utf8"))];
    return {report, source, title, kind, findings: compare(rows, computed, explanations)};
  });
}

/** A form's name; `total` in a table and `all` in a claim are every form but the telephone ones. */
export function professionLabel(computed: Computed, profession: string): string {
  return (
    computed.codebook.professions.find((p) => p.id === profession)?.label ??
    (profession === "total" ? "I alt" : "Alle faggrupper")
  );
}

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse, type DSVRowString} from "d3-dsv";
import type {Computed} from "./computed.js";
import type {Explanations} from "./explanations.js";
import type {Finding, SourceFindings} from "./finding.js";

/** How one file of printed figures or claims is compared. */
export interface PublishedSource {
  source: string;
  /** In Danish. */
  title: string;
  kind: SourceFindings["kind"];
  compare(rows: DSVRowString[], computed: Computed, explanations: Explanations): Finding[];
}

/** Reads a file of `data/published` and compares every row. */
export function compareSource(folder: string, of: PublishedSource, computed: Computed, explanations: Explanations): SourceFindings {
  const rows = [...csvParse(readFileSync(join(folder, of.source), "utf8"))];
  return {source: of.source, title: of.title, kind: of.kind, findings: of.compare(rows, computed, explanations)};
}

/** A form's name; `total` in a table and `all` in a claim are every form but the telephone ones. */
export function professionLabel(computed: Computed, profession: string): string {
  return computed.codebook.professions.find((p) => p.id === profession)?.label ?? (profession === "total" ? "I alt" : "Alle faggrupper");
}

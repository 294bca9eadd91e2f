import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse, type DSVRowString} from "d3-dsv";
import type {Row} from "../engine/session.js";

/** Where the tables have a number: a column of a row, or of several rows added up. */
export interface Place {
  table: string;
  rows: Row[];
  column: string;
  /** Whether it is what the percent in the column leaves of a hundred. */
  rest?: boolean;
}

/** A printed figure and the value that should round to it. */
export interface Figure {
  key: string;
  where: string;
  /** As in the file, empty where the report prints nothing. */
  printed: string;
  /** Text where a date or a code is printed, which is compared letter by letter. */
  computed: number | string | undefined;
  /** Where it stands; absent where it is computed from more than one number, or counts no people. */
  at?: Place | undefined;
  /** Decimals the report prints, where the file has dropped them: a chart prints 8.0 as 8. */
  decimals?: number;
  /** How it was measured, where that is not plain. */
  measured?: string;
  /** Why there is nothing to compute it from. */
  notAbout?: string;
}

/** A value that was found, and where. */
export type Found = Pick<Figure, "at"> & {computed: number | undefined};

/** A file of printed figures. */
export interface PrintedFigures<C> {
  source: string;
  /** In Danish. */
  title: string;
  /** Each beside the value that should round to it. */
  figures(rows: DSVRowString[], computed: C): Figure[];
}

/** The rows of a file in `data/published`. */
export function readPrinted(root: string, source: string): DSVRowString[] {
  return [...csvParse(readFileSync(join(root, "data/published", source), "utf8"))];
}

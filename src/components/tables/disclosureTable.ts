import type {TableDisclosure} from "../../../data-loaders/disclosure/writeTables.js";
import type {TableFacts} from "../../../data-loaders/load/tableFacts.js";
import {statuses} from "../../domain/status.js";
import {labels} from "../../domain/words.js";
import type {Column} from "../rows/column.js";
import {count} from "../words/format.js";

/** How many rows of a table are shown, true zeros, and hidden for each reason. */
export interface DisclosureRow {
  [field: string]: unknown;
  title: string;
  shown: number;
  none: number;
  few: number;
  rest: number;
  base: number;
  protects: number;
}

/** One row a table, in the order of the download page; a table of both audit and registers has the rows of both. */
export function disclosureRows(
  published: readonly Pick<TableFacts, "name" | "title">[],
  disclosures: readonly TableDisclosure[]
): DisclosureRow[] {
  return published.flatMap(({name, title}) => {
    const own = disclosures.filter(({table}) => table === name);
    if (own.length === 0) return [];
    const rows = (status: string) => own.reduce((sum, table) => sum + (table.rows[status] ?? 0), 0);
    return [
      {
        title,
        shown: rows("shown"),
        none: rows("none"),
        few: rows("hidden"),
        rest: rows("hidden_rest"),
        base: rows("hidden_base"),
        protects: rows("hidden_secondary")
      }
    ];
  });
}

const counted = (field: string, label: string): Column => ({field, label, format: (value) => count(value as number)});

const words = labels(statuses);

/** A column a reason. */
export const disclosureColumns: Column[] = [
  {field: "title", label: "Tabel"},
  counted("shown", words.shown),
  counted("none", words.none),
  counted("few", words.hidden),
  counted("rest", words.hidden_rest),
  counted("base", words.hidden_base),
  counted("protects", words.hidden_secondary)
];

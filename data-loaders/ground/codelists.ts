import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {Refusal} from "./refusal.js";

/**
 * The columns of each list in data/codelists, besides `source` and `status`. A list of
 * prefixes holds for every code that begins so; the longest wins.
 */
export const codelistColumns = {
  back_diagnoses: ["prefix", "diagnosis_group", "label", "site"],
  benefit_codes: ["code_from", "code_to", "benefit_group", "label", "public_benefit"],
  conditions: ["prefix", "condition", "label"],
  contact_types: ["code", "label", "counts"],
  correction_codes: ["code", "label", "reverses"],
  drugs: ["prefix", "drug_type", "drug", "label"],
  excluded_diagnoses: ["prefix", "reason", "label"],
  mri: ["prefix", "label"],
  municipalities: ["code", "name", "region", "valid_from", "valid_to"],
  owners: ["name", "private"],
  regions: ["code", "name", "valid_from", "valid_to"],
  rehabilitation: ["prefix", "label"],
  reporting_systems: ["code", "label", "used"],
  service_codes: ["provider", "specialty", "service"],
  specialties: ["name", "specialty"],
  spine_centres: ["prefix", "label"],
  spine_surgery: ["prefix", "surgery_type", "label"]
} as const;

export type CodelistName = keyof typeof codelistColumns;

/** What each column of choices may hold. */
const choices: Record<string, string[]> = {
  status: ["confirmed", "to be confirmed"],
  counts: ["yes", "no"],
  used: ["yes", "no"],
  reverses: ["yes", "no"],
  private: ["yes", "no"],
  public_benefit: ["yes", "no"],
  site: ["neck", "back", "unspecified"],
  drug_type: ["opioid", "neuropathic"],
  condition: ["unspecific", "nerve_root", "disc_herniation", "stenosis", "other"]
};

/**
 * A row of a list: its columns, where it is from, and whether the data owner has confirmed
 * it. An empty cell is an empty string.
 */
export type CodelistRow<N extends CodelistName> = Record<(typeof codelistColumns)[N][number] | "source", string> & {
  status: "confirmed" | "to be confirmed";
};

export type Codelists = {[N in CodelistName]: CodelistRow<N>[]};

/**
 * Reads every code list of a folder: what the sources do not state for certain, as rows an analyst can change.
 * @throws Refusal naming list, line, column and what was expected
 */
export function readCodelists(folder: string): Codelists {
  const names = Object.keys(codelistColumns) as CodelistName[];
  return Object.fromEntries(names.map((list) => [list, readCodelist(folder, list)])) as Codelists;
}

function readCodelist(folder: string, list: CodelistName): Record<string, string>[] {
  const file = `${list}.csv`;
  let content: string;
  try {
    content = readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, "");
  } catch {
    throw new Refusal(`Kodelisten ${file} kan ikke læses i ${folder}; læg den dér.`);
  }
  const rows = csvParse(content);
  const columns = [...codelistColumns[list], "source", "status"];
  const missing = columns.find((column) => !rows.columns.includes(column));
  if (missing)
    throw new Refusal(
      `Kodelisten ${file}, linje 1: kolonnen »${missing}« mangler, men skulle være der; kolonnerne er ${columns.join(", ")}.`
    );
  rows.forEach((row, i) => checkRow(file, i + 2, row, columns));
  return rows.map((row) => ({...row}));
}

function checkRow(file: string, line: number, row: Record<string, string>, columns: string[]): void {
  for (const column of columns) {
    const value = row[column] ?? "";
    const optional = column === "valid_to" || column === "label";
    const allowed = choices[column] ?? [];
    const expected = !optional && value === "" ? "udfyldt" : expectedOf(column, value, allowed);
    if (expected)
      throw new Refusal(
        `Kodelisten ${file}, linje ${line}, kolonne ${column}: »${value}« skulle være ${expected}; ret kodelisten.`
      );
  }
}

function expectedOf(column: string, value: string, allowed: string[]): string | undefined {
  if (value === "") return undefined;
  if (allowed.length > 0 && !allowed.includes(value)) return allowed.join(" eller ");
  if (column.startsWith("valid_") && !/^\d{4}-\d\d-\d\d$/.test(value)) return "en dato som 2027-01-01";
  if (column.startsWith("code_") && !/^\d+$/.test(value)) return "et helt tal";
  return undefined;
}

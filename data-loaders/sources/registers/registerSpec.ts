import type {RegisterSettings} from "../../ground/registerSettings.js";
import type {Codelists} from "../../ground/codelists.js";
import type {CellType, Dots} from "./cells.js";

/** A column of a register that we use. */
export interface RegisterColumn {
  /** Our name for it, which is also understood in a delivery. */
  name: string;
  /** What it holds, in Danish and in English. */
  meaning: string;
  english: string;
  /** Other names in deliveries: the F and the A model, Danmarks Statistik and Sundhedsdatastyrelsen. */
  aliases?: string[];
  type: CellType;
  /** A delivery without the column is refused unless this is true; its cells are then empty. */
  optional?: boolean;
  /** A row with nothing in it is rejected. */
  filled?: boolean;
}

/** A column of what is read. `sql` is over our names (typed) and `raw:<name>` (as delivered). */
export interface OutputColumn {
  name: string;
  type: string;
  sql: string;
}

/** A rule of the register that excludes rows, which are no errors. */
export interface LeftOut {
  /** Stands in the report. */
  reason: string;
  label: string;
  when: string;
}

/** A rule that a row breaks when `broken` is true; NULL counts as kept. */
export interface RegisterCheck {
  rule: RegisterRule;
  column: string;
  broken: string;
  expected: string;
}

/** What a delivery's file and the settings say, for specs that depend on them. */
export interface FileContext {
  codelists: Codelists;
  /** Path below the folder of its kind. */
  path: string;
  /** Column names as delivered, in lower case. */
  delivered: string[];
  /** What `1.000` is in it, where that is not one. */
  dots?: Dots;
  /** The file's place in the delivery of its kind. */
  fileNo: number;
  settings: RegisterSettings;
}

/** One kind of register extract. */
export interface RegisterSpec {
  /** The folder in a delivery. */
  kind: string;
  /** The register's Danish name. */
  label: string;
  columns(file: FileContext): RegisterColumn[];
  output(file: FileContext): OutputColumn[];
  leftOut(file: FileContext): LeftOut[];
  checks(file: FileContext): RegisterCheck[];
  /**
   * True where a row breaks any of `checks`: for a register with so many that looking at each
   * takes longer than reading.
   */
  anyBroken?(file: FileContext): string;
  /** The output column whose first and last date give the span of the delivery. */
  span?: string;
  /** What cannot be computed without it, in Danish; the whole run is refused without a needed one. */
  without: string;
  needed?: boolean;
  /** Columns that are needed since the file's name does not say what they would. */
  lacks?(context: FileContext): string[];
  /** @throws Refusal when this file cannot be used, whatever its rows say */
  refuse?(file: string, context: FileContext): void;
}

/** The rules a row of a register must keep, as a Danish reader sees them. */
export const registerRules = {
  too_few_fields: "For få felter på linjen",
  too_many_fields: "For mange felter på linjen",
  broken_quotes: "Anførselstegn, der ikke passer sammen",
  unreadable_line: "Linjen kan ikke læses",
  empty: "Et felt, der skal være udfyldt, er tomt",
  text: "Tekst, der ikke kan læses",
  date: "En dato, der ikke kan læses",
  time: "Et klokkeslæt, der ikke kan læses",
  number: "Et tal, der ikke kan læses",
  code: "Ukendt kode",
  week: "En uge, der ikke findes",
  municipality: "Ukendt kommune",
  region: "Ukendt region",
  order: "Slut før start",
  age: "Født efter opgørelsen, eller ældre end nogen",
  duplicate: "Det samme to gange, men ikke ens",
  before_birth: "Kontakt før fødslen",
  two_sexes: "En person med to køn",
  two_births: "En person med to fødselsdatoer"
} as const;

export type RegisterRule = keyof typeof registerRules;

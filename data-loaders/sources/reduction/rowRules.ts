import type {Codelists} from "../../ground/codelists.js";
import {text} from "../../engine/session.js";
import type {Dialect} from "./dialects.js";

/** A register's rows in SQL-92, as `load` would take them: on which day each is, and why it does not count. */
export interface RowRules {
  /** SQL for the row's day `yyyy-mm-dd`, or for its week `yyww`. */
  day?: string;
  /** Conditions for rows that a rule of the register excludes. */
  leftOut: string[];
  /** Conditions for rows that are rejected. */
  broken: string[];
}

/**
 * SQL for a cell as text, NULL where nothing is in it; Oracle takes an empty text for NULL, so that it stands in no
 * list.
 */
export function cellText(column: string, dialect: Dialect): string {
  return `NULLIF(TRIM(CAST(r.${column} AS ${dialect.text})), '')`;
}

/**
 * Whether rows that stay where they are would have been kept: the rules of `registers/<kind>.ts` on one row, as far as
 * SQL-92 says them. Rows that are delivered are held against those rules themselves.
 * @param has whether the register has an optional column
 */
export function rowRules(
  kind: string,
  has: (column: string) => boolean,
  dialect: Dialect,
  codelists: Codelists
): RowRules {
  const cell = (column: string) => cellText(column, dialect);
  const empty = (column: string) => `${cell(column)} IS NULL`;
  const anyEmpty = (...columns: string[]) => columns.filter(has).map(empty);
  const day = (column: string) => dialect.day(`r.${column}`);
  const noDay = (column: string) => `${day(column)} IS NULL`;
  const among = (value: string, words: string[]) => `${value} IN (${words.map(text).join(", ")})`;
  const notAmong = (value: string, words: string[]) => `${value} NOT IN (${words.map(text).join(", ")})`;
  const filledAndNot = (column: string, words: string[]) =>
    has(column) ? [notAmong(`LOWER(${cell(column)})`, words)] : [];

  const systems = codelists.reporting_systems.filter(({used}) => used === "yes").map(({code}) => code.toUpperCase());
  const otherSystem = has("lprindberetningssystem")
    ? [notAmong(`UPPER(${cell("lprindberetningssystem")})`, systems)]
    : [];
  const regions = codelists.regions.flatMap(({code, name}) =>
    [code, name, `region ${name}`].map((word) => word.toLowerCase())
  );
  const municipalities = codelists.municipalities.flatMap(({code}) =>
    code.startsWith("0") ? [code, code.slice(1)] : [code]
  );
  const procedures: RowRules = {
    day: day("dato_start"),
    leftOut: otherSystem,
    broken: [
      ...anyEmpty("procedurekode"),
      noDay("dato_start"),
      ["dw_ek_kontakt", "dw_ek_forloeb"].filter(has).map(empty).join(" AND ")
    ]
  };

  const rules: Record<string, RowRules> = {
    lpr_contacts: {
      day: day("dato_start"),
      leftOut: otherSystem,
      broken: [
        ...anyEmpty("dw_ek_kontakt", "pnr", "lprindberetningssystem"),
        noDay("dato_start"),
        ...filledAndNot("region_ans", regions),
        ...(has("dato_slut") ? [`${day("dato_slut")} < ${day("dato_start")}`] : [])
      ]
    },
    lpr_diagnoses: {
      leftOut: [...otherSystem, among(`LOWER(${cell("senere_afkraeftet")})`, ["ja"])],
      broken: [
        ...anyEmpty("dw_ek_kontakt", "diagnosekode", "diagnosetype"),
        ...filledAndNot("senere_afkraeftet", ["ja", "nej"]),
        `${cell("diagnosetype")} NOT LIKE '_'`,
        among(cell("diagnosetype"), [..."0123456789"]),
        `UPPER(${cell("diagnosetype")}) IN ('A', 'B') AND (UPPER(${cell("diagnosekode")}) NOT LIKE 'D___%' OR ${cell("diagnosekode")} LIKE '%.%')`
      ]
    },
    lpr_surgical_procedures: procedures,
    lpr_other_procedures: procedures,
    lpr_procedures: procedures,
    lmdb: {day: day("eksd"), leftOut: anyEmpty("atc"), broken: [...anyEmpty("pnr", "apk"), noDay("eksd")]},
    sssy: {
      day: cell("honuge"),
      leftOut: [
        among(cell("ydlant"), ["0", "0.0", "0,0", "0.00", "0,00"]),
        ...(has("barnmak") ? [among(cell("barnmak"), ["1", "1.0"])] : [])
      ],
      broken: [
        ...anyEmpty("pnr", "speciale", "honuge", "ydlant"),
        `${cell("speciale")} NOT LIKE '_____' AND ${cell("speciale")} NOT LIKE '______'`,
        ...filledAndNot("barnmak", ["0", "1", "0.0", "1.0"])
      ]
    },
    dream: {leftOut: [], broken: anyEmpty("pnr")},
    bef: {
      day: day("referencetid"),
      leftOut: [`${day("referencetid")} < '2007-01-01'`],
      broken: [
        ...anyEmpty("pnr", "kom", "koen"),
        noDay("referencetid"),
        noDay("foed_dag"),
        `${day("foed_dag")} > ${day("referencetid")}`,
        notAmong(`UPPER(${cell("koen")})`, ["1", "2", "1.0", "2.0", "M", "K"]),
        notAmong(cell("kom"), municipalities)
      ]
    },
    deaths: {day: day("dato"), leftOut: [], broken: [...anyEmpty("pnr"), noDay("dato")]},
    migrations: {
      day: day("dato"),
      leftOut: [],
      broken: [...anyEmpty("pnr", "direction"), noDay("dato"), ...filledAndNot("direction", ["i", "u"])]
    }
  };
  return rules[kind] ?? {leftOut: [], broken: []};
}

import type {Codelists} from "../../ground/codelists.js";
import {text} from "../../engine/session.js";
import type {LeftOut, RegisterCheck, RegisterColumn} from "./registerSpec.js";

/** The person's key, under the names it has at Danmarks Statistik and Sundhedsdatastyrelsen. */
export const person: RegisterColumn = {
  name: "pnr",
  meaning: "Personens pseudonymiserede nøgle; forlader aldrig analytikerens maskine",
  english: "The person's pseudonymised key; never leaves the analyst's machine",
  aliases: ["pnr12", "cpr", "cpr_encrypted", "v_cpr_encrypted", "v_pnr_encrypted", "cprnummer"],
  type: "key",
  filled: true
};

/** Which of LPR's history a row is from. */
export const reportingSystem: RegisterColumn = {
  name: "lprindberetningssystem",
  meaning: "Hvilket system rækken er indberettet gennem",
  english: "The system through which the row was reported",
  aliases: ["indberetningssystem"],
  type: "text"
};

/** Rows reported through another system than LPR3: the same contacts stand in its history a second time. */
export function otherReportingSystem({reporting_systems}: Codelists): LeftOut {
  const used = reporting_systems
    .filter((system) => system.used === "yes")
    .map((system) => `upper(${text(system.code)})`);
  return {
    reason: "other_reporting_system",
    label: "Ikke indberettet gennem LPR3",
    when: `upper(lprindberetningssystem) NOT IN (${used.join(", ") || "''"})`
  };
}

/** SQL for the code of the region that a text names, by code or by name; NULL where the list knows none. */
export function regionSql({regions}: Codelists, value: string): string {
  const codes = regions.map(({code}) => text(code)).join(", ");
  const names = regions.flatMap(({code, name}) =>
    [name, `region ${name}`].map((theirs) => `${text(theirs.toLowerCase())}: ${text(code)}`)
  );
  // Nearly all are codes, and a list is looked through faster than a map.
  return `CASE WHEN ${value} IN (${codes}) THEN ${value} ELSE MAP {${names.join(", ")}}[lower(${value})] END`;
}

/** A text that names no region of the list. */
export function unknownRegion(codelists: Codelists, column: string): RegisterCheck {
  return {
    rule: "region",
    column,
    broken: `${column} IS NOT NULL AND ${regionSql(codelists, column)} IS NULL`,
    expected: "en region fra kodelisten regions.csv, som 1084 eller Region Hovedstaden, eller tom"
  };
}

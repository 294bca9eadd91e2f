import type {Codelists} from "../../ground/codelists.js";
import {text} from "../../engine/session.js";
import type {LeftOut, RegisterColumn} from "./registerSpec.js";

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

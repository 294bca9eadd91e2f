import type {RegisterSpec} from "./registerSpec.js";
import {person} from "./sharedRules.js";

/**
 * Moves out of (U) and into (I) the country. Without them, absence from the next population
 * snapshot counts as having left.
 */
export const migrations: RegisterSpec = {
  kind: "migrations",
  label: "Ind- og udvandringer",
  without: "udvandring kendes kun ved, at personen mangler i næste befolkningsopgørelse",
  span: "date",
  columns: () => [
    person,
    {
      name: "date",
      meaning: "Dag for ind- eller udvandringen",
      english: "Day of the immigration or emigration",
      aliases: ["dato", "haend_dato"],
      type: "date",
      filled: true
    },
    {
      name: "direction",
      meaning: "Indvandring (I) eller udvandring (U)",
      english: "Immigration (I) or emigration (U)",
      aliases: ["indud_kode", "retning"],
      type: "text",
      filled: true
    }
  ],
  output: () => [
    {name: "person_id", type: "VARCHAR", sql: "pnr"},
    {name: "date", type: "DATE", sql: "date"},
    {name: "direction", type: "VARCHAR", sql: "CASE upper(direction) WHEN 'I' THEN 'in' WHEN 'U' THEN 'out' END"}
  ],
  leftOut: () => [],
  checks: () => [
    {
      rule: "code",
      column: "direction",
      broken: "upper(direction) NOT IN ('I', 'U')",
      expected: "I (indvandret) eller U (udvandret)"
    }
  ]
};

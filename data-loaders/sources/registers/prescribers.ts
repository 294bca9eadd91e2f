import type {RegisterSpec} from "./registerSpec.js";

/** Which sector a prescriber belongs to, and when. */
export const prescribers: RegisterSpec = {
  kind: "prescribers",
  label: "Receptudstedere",
  without: "fordelingen af receptudstedere på sektor kan ikke beregnes",
  columns: () => [
    {name: "recu", meaning: "Receptudstederens nøgle", english: "The prescriber's key", type: "code", filled: true},
    {
      name: "sector",
      meaning: "Receptudstederens sektor",
      english: "The prescriber's sector",
      aliases: ["sektor"],
      type: "text",
      filled: true
    },
    {
      name: "valid_from",
      meaning: "Gælder fra",
      english: "Valid from",
      aliases: ["gyldig_fra"],
      type: "validity",
      optional: true
    },
    {
      name: "valid_to",
      meaning: "Gælder til",
      english: "Valid to",
      aliases: ["gyldig_til"],
      type: "validity",
      optional: true
    }
  ],
  output: () => [
    {name: "recu", type: "VARCHAR", sql: "recu"},
    {
      name: "sector",
      type: "VARCHAR",
      sql: "CASE lower(sector) WHEN 'primær' THEN 'primary' WHEN 'sekundær' THEN 'secondary' ELSE lower(sector) END"
    },
    {name: "valid_from", type: "DATE", sql: "valid_from"},
    {name: "valid_to", type: "DATE", sql: "valid_to"}
  ],
  leftOut: () => [],
  checks: () => [
    {
      rule: "code",
      column: "sector",
      broken: "lower(sector) NOT IN ('primary', 'secondary', 'primær', 'sekundær')",
      expected: "primary eller secondary (primær eller sekundær)"
    },
    {rule: "order", column: "valid_to", broken: "valid_to < valid_from", expected: "en dag fra valid_from og frem"}
  ]
};

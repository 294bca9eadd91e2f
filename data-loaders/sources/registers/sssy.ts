import type {RegisterSpec} from "./registerSpec.js";
import {person} from "./sharedRules.js";

// Numbers lose their leading zero; most deliveries have six digits, and padding costs ten times what looking does.
const code = "CASE WHEN strlen(speciale) = 6 THEN speciale ELSE lpad(speciale, 6, '0') END";

/** Services of practising providers, paid by the region: Sygesikringsregisteret, known to the week. */
export const sssy: RegisterSpec = {
  kind: "sssy",
  label: "Sygesikringsregisteret",
  without: "kontakt til kiropraktor eller fysioterapeut før henvisning kan ikke beregnes",
  span: "week_start",
  columns: () => [
    person,
    {name: "speciale", meaning: "Speciale og ydelse", english: "Specialty and service", type: "code", filled: true},
    {
      name: "honuge",
      meaning: "Ugen, hvor ydelsen er honoreret",
      english: "Week in which the service was paid",
      type: "week",
      filled: true
    },
    {
      name: "ydlant",
      meaning: "Antal ydelser",
      english: "Number of services",
      aliases: ["v_antydel"],
      type: "number",
      filled: true
    },
    {
      name: "barnmak",
      meaning: "Om ydelsen er givet til personens barn",
      english: "Whether the service was given to the person's child",
      type: "code",
      optional: true
    }
  ],
  output: () => [
    {name: "person_id", type: "VARCHAR", sql: "pnr"},
    {name: "week_start", type: "DATE", sql: "honuge"},
    {name: "specialty", type: "VARCHAR", sql: `left(${code}, 2)`},
    {name: "service", type: "VARCHAR", sql: `right(${code}, 4)`},
    {name: "number", type: "DOUBLE", sql: "ydlant"}
  ],
  leftOut: () => [
    {reason: "no_service", label: "Ingen ydelser (antal 0)", when: "ydlant = 0"},
    {reason: "child", label: "Ydelse til personens barn (barnmak = 1)", when: "barnmak = '1'"}
  ],
  checks: () => [
    {
      rule: "code",
      column: "speciale",
      broken: "strlen(speciale) NOT BETWEEN 5 AND 6 OR TRY_CAST(speciale AS UINTEGER) IS NULL",
      expected: "seks cifre: speciale (2) og ydelse (4), som 531015"
    },
    {rule: "code", column: "barnmak", broken: "barnmak NOT IN ('0', '1')", expected: "0, 1 eller tom"}
  ]
};

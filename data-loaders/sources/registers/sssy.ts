import type {RegisterSpec} from "./registerSpec.js";
import {person} from "./sharedRules.js";
import {mondaySql} from "./weeks.js";

const week = "CAST(honuge AS INTEGER)";
const code = "lpad(speciale, 6, '0')";
const isWeek = "regexp_full_match(honuge, '\\d{3,4}')";

/** Services of practising providers, paid by the region: Sygesikringsregisteret, known to the week. */
export const sssy: RegisterSpec = {
  kind: "sssy",
  label: "Sygesikringsregisteret",
  without: "kontakt til kiropraktor eller fysioterapeut før henvisning kan ikke beregnes",
  span: "week_start",
  columns: () => [
    person,
    {name: "speciale", type: "code", filled: true},
    {name: "honuge", type: "code", filled: true},
    {name: "ydlant", aliases: ["v_antydel"], type: "number", filled: true},
    {name: "barnmak", type: "code", optional: true}
  ],
  output: () => [
    {name: "person_id", type: "VARCHAR", sql: "pnr"},
    {name: "week_start", type: "DATE", sql: `CASE WHEN ${isWeek} THEN ${mondaySql(`(${week} // 100)`, `(${week} % 100)`)} END`},
    {name: "specialty", type: "VARCHAR", sql: `left(${code}, 2)`},
    {name: "service", type: "VARCHAR", sql: `right(${code}, 4)`},
    {name: "number", type: "DOUBLE", sql: "ydlant"}
  ],
  leftOut: () => [{reason: "child", label: "Ydelse til personens barn (barnmak = 1)", when: "barnmak = '1'"}],
  checks: () => [
    {
      rule: "week",
      column: "honuge",
      broken: `CASE WHEN ${isWeek} THEN ${mondaySql(`(${week} // 100)`, `(${week} % 100)`)} END IS NULL`,
      expected: "år og uge med to cifre hver, som 2337, i et år der har ugen"
    },
    {rule: "code", column: "speciale", broken: "NOT regexp_full_match(speciale, '\\d{5,6}')", expected: "seks cifre: speciale (2) og ydelse (4), som 531015"},
    {rule: "code", column: "barnmak", broken: "barnmak NOT IN ('0', '1')", expected: "0, 1 eller tom"}
  ]
};

import {text} from "../../engine/session.js";
import type {RegisterSpec} from "./registerSpec.js";
import {person} from "./sharedRules.js";

/** Prescriptions redeemed at pharmacies: Lægemiddelstatistikregisteret, one row a dispensing. Reversals are taken out in `reversals.ts`. */
export const lmdb: RegisterSpec = {
  kind: "lmdb",
  label: "Lægemiddelstatistikregisteret",
  without: "indikatorerne om stærk smertestillende medicin kan ikke beregnes",
  span: "date",
  columns: () => [
    person,
    {name: "eksd", type: "date", filled: true},
    {name: "atc", type: "text"},
    {name: "volume", type: "number", optional: true},
    {name: "apk", type: "number"},
    {name: "recu", type: "code", optional: true},
    {name: "korr", type: "code", optional: true}
  ],
  output: ({codelists}) => {
    const reversing = codelists.correction_codes.filter((code) => code.reverses === "yes").map((code) => text(code.code));
    // A code that takes a dispensing back does so whatever the sign of the packages.
    const packages = reversing.length > 0 ? `CASE WHEN korr IN (${reversing.join(", ")}) THEN -abs(apk) ELSE apk END` : "apk";
    return [
      {name: "person_id", type: "VARCHAR", sql: "pnr"},
      {name: "date", type: "DATE", sql: "eksd"},
      {name: "atc", type: "VARCHAR", sql: "upper(atc)"},
      // `volume` is the defined daily doses of one package.
      {name: "ddd", type: "DOUBLE", sql: `volume * (${packages})`},
      {name: "packages", type: "DOUBLE", sql: packages},
      {name: "prescriber", type: "VARCHAR", sql: "recu"}
    ];
  },
  leftOut: () => [{reason: "no_atc", label: "Varen har ingen ATC-kode (fx forbindsstoffer)", when: "atc IS NULL"}],
  checks: () => [{rule: "empty", column: "apk", broken: "apk IS NULL", expected: "antal pakninger"}]
};

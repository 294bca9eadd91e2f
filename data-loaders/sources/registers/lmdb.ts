import {text} from "../../engine/session.js";
import type {RegisterSpec} from "./registerSpec.js";
import {person} from "./sharedRules.js";

/**
 * Prescriptions redeemed at pharmacies: Lægemiddelstatistikregisteret, one row a dispensing.
 * Reversals are taken out in `reversals.ts`.
 */
export const lmdb: RegisterSpec = {
  kind: "lmdb",
  label: "Lægemiddelstatistikregisteret",
  without: "indikatorerne om stærk smertestillende medicin kan ikke beregnes",
  span: "date",
  columns: () => [
    person,
    {
      name: "eksd",
      meaning: "Dag, hvor recepten er indløst",
      english: "Day on which the prescription was redeemed",
      type: "date",
      filled: true
    },
    {name: "atc", meaning: "Lægemidlets ATC-kode", english: "ATC code of the drug", type: "text"},
    {
      name: "volume",
      meaning: "Definerede døgndoser pr. pakning",
      english: "Defined daily doses per package",
      type: "number",
      optional: true
    },
    {
      name: "apk",
      meaning: "Antal pakninger; negativt, når et salg føres tilbage",
      english: "Number of packages; negative when a sale is reversed",
      type: "number"
    },
    {name: "recu", meaning: "Receptudstederens nøgle", english: "The prescriber's key", type: "code", optional: true},
    {name: "korr", meaning: "Kode for rettelse", english: "Code of correction", type: "code", optional: true}
  ],
  output: ({codelists}) => {
    const reversing = codelists.correction_codes
      .filter((code) => code.reverses === "yes")
      .map((code) => text(code.code));
    // A code that takes a dispensing back does so whatever the sign of the packages.
    const packages =
      reversing.length > 0 ? `CASE WHEN korr IN (${reversing.join(", ")}) THEN -abs(apk) ELSE apk END` : "apk";
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

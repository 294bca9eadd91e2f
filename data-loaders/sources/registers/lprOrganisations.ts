import {text} from "../../engine/session.js";
import type {RegisterSpec} from "./registerSpec.js";
import {regionSql, unknownRegion} from "./sharedRules.js";

/** Departments and who owns them: `lpr_f_organisationer`. */
export const lprOrganisations: RegisterSpec = {
  kind: "lpr_organisations",
  label: "Landspatientregisteret, organisationer",
  without:
    "hospitalets region og private hospitaler kan ikke kendes, så diagnoser, første kontakt og patientforløb efter hospitalsregion kan ikke beregnes",
  columns: () => [
    {
      name: "sorenhed",
      meaning: "Afdelingens SOR-kode",
      english: "SOR code of the department",
      type: "code",
      filled: true
    },
    {
      name: "sorenhed_tekst",
      meaning: "Afdelingens navn",
      english: "Name of the department",
      type: "text",
      optional: true
    },
    {name: "region", meaning: "Afdelingens region", english: "Region of the department", type: "code"},
    {
      name: "institutionsejer_type",
      meaning: "Hospitalets ejer",
      english: "Owner of the hospital",
      aliases: ["institutionsejer_tekst", "kont_inst_ejertype"],
      type: "text"
    },
    {
      name: "hovedspeciale",
      meaning: "Afdelingens hovedspeciale",
      english: "Main specialty of the department",
      type: "text",
      optional: true
    },
    {name: "gyldig_fra", meaning: "Gælder fra", english: "Valid from", type: "validity", optional: true},
    {name: "gyldig_til", meaning: "Gælder til", english: "Valid to", type: "validity", optional: true}
  ],
  output: ({codelists}) => {
    const owners = codelists.owners
      .filter((owner) => owner.private === "yes")
      .map((owner) => `lower(${text(owner.name)})`);
    return [
      {name: "department", type: "VARCHAR", sql: "sorenhed"},
      {name: "name", type: "VARCHAR", sql: "sorenhed_tekst"},
      {name: "region", type: "VARCHAR", sql: regionSql(codelists, "region")},
      {
        name: "private",
        type: "BOOLEAN",
        sql: `coalesce(lower(institutionsejer_type) IN (${owners.join(", ") || "''"}), FALSE)`
      },
      {name: "specialty", type: "VARCHAR", sql: "hovedspeciale"},
      {name: "valid_from", type: "DATE", sql: "gyldig_fra"},
      {name: "valid_to", type: "DATE", sql: "gyldig_til"}
    ];
  },
  leftOut: () => [],
  checks: ({codelists}) => [
    unknownRegion(codelists, "region"),
    {
      rule: "code",
      column: "institutionsejer_type",
      broken: `lower(institutionsejer_type) NOT IN (${codelists.owners.map((owner) => `lower(${text(owner.name)})`).join(", ")})`,
      expected: `en ejer fra kodelisten owners.csv (${codelists.owners.map((owner) => owner.name).join(", ")})`
    },
    {rule: "order", column: "gyldig_til", broken: "gyldig_til < gyldig_fra", expected: "en dag fra gyldig_fra og frem"}
  ]
};

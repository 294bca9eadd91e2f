import type {RegisterColumn, RegisterSpec} from "./registerSpec.js";
import {otherReportingSystem, reportingSystem} from "./sharedRules.js";

const columns: RegisterColumn[] = [
  // Empty where a procedure has no contact; the course then gives the person.
  {name: "dw_ek_kontakt", meaning: "Kontaktens nøgle", english: "The contact's key", type: "key"},
  {name: "dw_ek_forloeb", meaning: "Forløbets nøgle", english: "The course's key", type: "key", optional: true},
  {
    name: "procedurekode",
    meaning: "Procedurens SKS-kode",
    english: "SKS code of the procedure",
    aliases: ["proc_kode"],
    type: "text",
    filled: true
  },
  {
    name: "proceduretype",
    meaning: "Procedurens type",
    english: "Type of procedure",
    aliases: ["proc_kode_type"],
    type: "text",
    optional: true
  },
  {
    name: "dato_start",
    meaning: "Begyndelsen: dag, i A-modellen også klokkeslæt",
    english: "The start: day, in the A model also the time",
    aliases: ["proc_starttidspunkt"],
    type: "moment",
    filled: true
  },
  {...reportingSystem, optional: true}
];

// In SKS every operation begins with K, and nothing else does.
const byCode = "CASE WHEN upper(procedurekode[1]) = 'K' THEN 'surgical' ELSE 'other' END";

function procedures(kind: string, label: string, without: string, which: string): RegisterSpec {
  return {
    kind,
    label,
    without,
    span: "start_date",
    columns: () => columns,
    output: () => [
      {name: "contact_id", type: "VARCHAR", sql: "dw_ek_kontakt"},
      {name: "course_id", type: "VARCHAR", sql: "dw_ek_forloeb"},
      {name: "code", type: "VARCHAR", sql: "upper(procedurekode)"},
      {name: "type", type: "VARCHAR", sql: "upper(proceduretype)"},
      {name: "start_date", type: "DATE", sql: "dato_start"},
      {name: "kind", type: "VARCHAR", sql: which}
    ],
    leftOut: ({codelists}) => [otherReportingSystem(codelists)],
    checks: () => [
      {
        rule: "empty",
        column: "dw_ek_kontakt",
        broken: "dw_ek_kontakt IS NULL AND dw_ek_forloeb IS NULL",
        expected: "en kontakt eller et forløb (dw_ek_forloeb), så patienten kan findes"
      }
    ]
  };
}

/** Operations: `lpr_f_procedurer_kirurgi`. */
export const lprSurgicalProcedures = procedures(
  "lpr_surgical_procedures",
  "Landspatientregisteret, operationer",
  "indikatorerne om operation inden for et år og genoptræningsplan efter operation kan ikke beregnes",
  "'surgical'"
);

/** Examinations, among them MRI, and treatments: `lpr_f_procedurer_andre`. */
export const lprOtherProcedures = procedures(
  "lpr_other_procedures",
  "Landspatientregisteret, øvrige procedurer",
  "indikatorerne om gentagen MR-scanning og genoptræningsplan kan ikke beregnes",
  "'other'"
);

/** Both at once: `lpr_a_procregistrering`, instead of the other two. */
export const lprProcedures = procedures(
  "lpr_procedures",
  "Landspatientregisteret, procedurer (A-modellen)",
  "indikatorerne om operation, gentagen MR-scanning og genoptræningsplan kan ikke beregnes",
  byCode
);

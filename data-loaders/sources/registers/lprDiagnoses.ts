import type {RegisterSpec} from "./registerSpec.js";
import {otherReportingSystem, reportingSystem} from "./sharedRules.js";

/** Diagnoses of contacts: `lpr_f_diagnoser` or `lpr_a_diagnose`. */
export const lprDiagnoses: RegisterSpec = {
  kind: "lpr_diagnoses",
  label: "Landspatientregisteret, diagnoser",
  without: "ingen rygdiagnoser kan findes, så intet om rygsmerter kan beregnes",
  needed: true,
  columns: () => [
    {name: "dw_ek_kontakt", meaning: "Kontaktens nøgle", english: "The contact's key", type: "key", filled: true},
    {
      name: "diagnosekode",
      meaning: "Diagnosens SKS-kode",
      english: "SKS code of the diagnosis",
      aliases: ["diag_kode"],
      type: "text",
      filled: true
    },
    {
      name: "diagnosetype",
      meaning: "Diagnosens type: A (aktion), B (bidiagnose)",
      english: "Type of diagnosis: A (action), B (secondary)",
      aliases: ["diag_kode_type", "diag_type"],
      type: "text",
      filled: true
    },
    {
      name: "senere_afkraeftet",
      meaning: "Om diagnosen senere er afkræftet",
      english: "Whether the diagnosis was later revoked",
      type: "text"
    },
    {
      name: "diagnosekode_parent",
      meaning: "Den diagnose, som denne er en tillægskode til",
      english: "The diagnosis to which this one is an additional code",
      aliases: ["diag_parent_kode"],
      type: "text",
      optional: true
    },
    {...reportingSystem, optional: true}
  ],
  output: () => [
    {name: "contact_id", type: "VARCHAR", sql: "dw_ek_kontakt"},
    {name: "code", type: "VARCHAR", sql: "upper(diagnosekode)"},
    {name: "type", type: "VARCHAR", sql: "upper(diagnosetype)"},
    {name: "parent_code", type: "VARCHAR", sql: "upper(diagnosekode_parent)"}
  ],
  leftOut: ({codelists}) => [
    otherReportingSystem(codelists),
    {reason: "revoked", label: "Diagnosen er senere afkræftet", when: "lower(senere_afkraeftet) = 'ja'"}
  ],
  checks: () => [
    {
      rule: "code",
      column: "senere_afkraeftet",
      broken: "lower(senere_afkraeftet) NOT IN ('ja', 'nej')",
      expected: "Ja, Nej eller tom"
    },
    {
      // Types by number or name would leave every diagnosis out of A and B.
      rule: "code",
      column: "diagnosetype",
      broken: "strlen(diagnosetype) <> 1 OR contains('0123456789', diagnosetype)",
      expected: "ét bogstav eller +, som A eller B"
    },
    {
      // Without its D the chapter is lost: M54 would be nothing, and D50 a blood disease instead of the end of DD50.
      // With a dot, DM54.5 would be found by the first letters of lists and not by the others.
      rule: "code",
      column: "diagnosekode",
      broken:
        "diagnosetype IN ('A', 'B', 'a', 'b') AND NOT (upper(diagnosekode) >= 'DA' AND upper(diagnosekode) < 'D[' AND strlen(diagnosekode) >= 4 AND NOT contains(diagnosekode, '.'))",
      expected: "en diagnosekode med D foran og uden punktum, som DM545"
    }
  ]
};

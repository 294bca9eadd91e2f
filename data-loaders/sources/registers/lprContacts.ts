import type {RegisterSpec} from "./registerSpec.js";
import {otherReportingSystem, person, regionSql, reportingSystem, unknownRegion} from "./sharedRules.js";

/** Hospital contacts: `lpr_f_kontakter` (F model) or `lpr_a_kontakt` (A model), distinguished by their columns. */
export const lprContacts: RegisterSpec = {
  kind: "lpr_contacts",
  label: "Landspatientregisteret, kontakter",
  without: "ingen patienter kan findes, så intet om rygsmerter kan beregnes",
  needed: true,
  span: "start_date",
  columns: () => [
    {name: "dw_ek_kontakt", meaning: "Kontaktens nøgle", english: "The contact's key", type: "key", filled: true},
    {name: "dw_ek_forloeb", meaning: "Forløbets nøgle", english: "The course's key", type: "key", optional: true},
    person,
    {
      name: "dato_start",
      meaning: "Begyndelsen: dag, i A-modellen også klokkeslæt",
      english: "The start: day, in the A model also the time",
      aliases: ["kont_starttidspunkt"],
      type: "moment",
      filled: true
    },
    {
      name: "tidspunkt_start",
      meaning: "Klokkeslæt for kontaktens begyndelse",
      english: "Time of the contact's start",
      type: "time",
      optional: true
    },
    {
      name: "dato_slut",
      meaning: "Dag, hvor kontakten slutter",
      english: "Day on which the contact ends",
      aliases: ["kont_sluttidspunkt"],
      type: "moment",
      optional: true
    },
    {
      name: "kontakttype",
      meaning: "Kontaktens type (SKS), fx fysisk fremmøde",
      english: "Type of contact (SKS), such as attendance in person",
      aliases: ["kont_type"],
      type: "text"
    },
    {
      name: "aktionsdiagnose",
      meaning: "Aktionsdiagnose (SKS)",
      english: "Action diagnosis (SKS)",
      aliases: ["adiag"],
      type: "text",
      optional: true
    },
    {
      name: "sorenhed_ans",
      meaning: "Den ansvarlige afdelings SOR-kode",
      english: "SOR code of the department responsible",
      aliases: ["kont_ans"],
      type: "code"
    },
    {
      name: "hovedspeciale_ans",
      meaning: "Den ansvarlige afdelings hovedspeciale",
      english: "Main specialty of the department responsible",
      aliases: ["kont_ans_hovedspec"],
      type: "text"
    },
    {
      name: "region_ans",
      meaning: "Den ansvarlige afdelings region",
      english: "Region of the department responsible",
      aliases: ["kont_ans_org_reg"],
      type: "code",
      optional: true
    },
    {...reportingSystem, filled: true}
  ],
  output: ({codelists}) => [
    {name: "contact_id", type: "VARCHAR", sql: "dw_ek_kontakt"},
    {name: "course_id", type: "VARCHAR", sql: "dw_ek_forloeb"},
    {name: "person_id", type: "VARCHAR", sql: "pnr"},
    {name: "start_date", type: "DATE", sql: "dato_start"},
    // The A model has one column for day and time; midnight there is what a day without a time looks like.
    {
      name: "start_time",
      type: "TIME",
      sql: "coalesce(tidspunkt_start, nullif(CAST(dato_start AS TIME), TIME '00:00:00'))"
    },
    {name: "end_date", type: "DATE", sql: "dato_slut"},
    {name: "contact_type", type: "VARCHAR", sql: "upper(kontakttype)"},
    {name: "action_diagnosis", type: "VARCHAR", sql: "upper(aktionsdiagnose)"},
    {name: "department", type: "VARCHAR", sql: "sorenhed_ans"},
    {name: "specialty", type: "VARCHAR", sql: "hovedspeciale_ans"},
    {
      name: "region",
      type: "VARCHAR",
      sql: regionSql(codelists, "region_ans")
    }
  ],
  leftOut: ({codelists}) => [otherReportingSystem(codelists)],
  checks: ({codelists}) => [
    unknownRegion(codelists, "region_ans"),
    {
      rule: "order",
      column: "dato_slut",
      broken: "CAST(dato_slut AS DATE) < CAST(dato_start AS DATE)",
      expected: "en dag fra kontaktens start og frem"
    }
  ]
};

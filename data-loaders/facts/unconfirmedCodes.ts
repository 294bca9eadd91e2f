import {group} from "d3-array";
import {codelistColumns, type CodelistName, type Codelists} from "../ground/codelists.js";

/** Rows of one code list that the data owner has yet to confirm, and where they are from. */
export interface Unconfirmed {
  list: CodelistName;
  title: string;
  source: string;
  codes: string[];
}

/** What each code list is called, in Danish and in English. */
export const listTitles: Record<CodelistName, {title: string; english: string}> = {
  back_diagnoses: {title: "Rygdiagnoser", english: "Back diagnoses"},
  benefit_codes: {title: "Ydelseskoder i DREAM", english: "Benefit codes in DREAM"},
  conditions: {title: "Tilstande bag diagnoserne", english: "Conditions behind the diagnoses"},
  contact_types: {title: "Kontakttyper", english: "Types of contact"},
  correction_codes: {title: "Rettelser af recepter", english: "Corrections of prescriptions"},
  drugs: {title: "Stærk smertestillende medicin", english: "Strong analgesics"},
  excluded_diagnoses: {title: "Diagnoser, der udelukker", english: "Diagnoses that exclude"},
  mri: {title: "MR-skanninger af ryggen", english: "MRI scans of the spine"},
  municipalities: {title: "Kommuner", english: "Municipalities"},
  owners: {title: "Ejere af hospitaler", english: "Owners of hospitals"},
  regions: {title: "Regioner", english: "Regions"},
  rehabilitation: {title: "Genoptræningsplaner", english: "Rehabilitation plans"},
  reporting_systems: {title: "Indberetningssystemer", english: "Reporting systems"},
  service_codes: {
    title: "Ydelser hos kiropraktor og fysioterapeut",
    english: "Services of chiropractors and physiotherapists"
  },
  specialties: {title: "Specialer", english: "Specialties"},
  spine_centres: {title: "Rygcentre", english: "Spine centres"},
  spine_surgery: {title: "Rygoperationer", english: "Spine surgery"}
};

/** What the code lists of a delivery leave to be confirmed, by list and source. */
export function unconfirmedCodes(codelists: Codelists): Unconfirmed[] {
  return (Object.entries(codelists) as [CodelistName, Record<string, string>[]][]).flatMap(([list, rows]) => {
    const open = rows.filter(({status}) => status !== "confirmed");
    return [...group(open, (row) => row.source!)].map(([source, ofSource]) => ({
      list,
      title: listTitles[list].title,
      source,
      codes: [...new Set(ofSource.map((row) => codeOf(list, row)))]
    }));
  });
}

/** What a row of a list is known by. */
export function codeOf(list: CodelistName, row: Record<string, string>): string {
  if (list === "service_codes") return `${row.specialty}.${row.service}`;
  if (list === "benefit_codes" && row.code_from !== row.code_to) return `${row.code_from}-${row.code_to}`;
  return row[codelistColumns[list][0]]!;
}

import {group} from "d3-array";
import {codelistColumns, type CodelistName, type Codelists} from "./codelists.js";

/** Rows of one code list that the data owner has yet to confirm, and where they are from. */
export interface Unconfirmed {
  list: CodelistName;
  title: string;
  source: string;
  codes: string[];
}

const listTitles: Record<CodelistName, string> = {
  back_diagnoses: "Rygdiagnoser",
  benefit_codes: "Ydelseskoder i DREAM",
  conditions: "Tilstande bag diagnoserne",
  contact_types: "Kontakttyper",
  correction_codes: "Rettelser af recepter",
  drugs: "Stærk smertestillende medicin",
  excluded_diagnoses: "Diagnoser, der udelukker",
  mri: "MR-skanninger af ryggen",
  municipalities: "Kommuner",
  owners: "Ejere af hospitaler",
  regions: "Regioner",
  rehabilitation: "Genoptræningsplaner",
  reporting_systems: "Indberetningssystemer",
  service_codes: "Ydelser hos kiropraktor og fysioterapeut",
  specialties: "Specialer",
  spine_surgery: "Rygoperationer"
};

/** What the code lists of a delivery leave to be confirmed, by list and source. */
export function unconfirmedCodes(codelists: Codelists): Unconfirmed[] {
  return (Object.entries(codelists) as [CodelistName, Record<string, string>[]][]).flatMap(([list, rows]) => {
    const open = rows.filter(({status}) => status !== "confirmed");
    return [...group(open, (row) => row.source!)].map(([source, ofSource]) => ({
      list,
      title: listTitles[list],
      source,
      codes: [...new Set(ofSource.map((row) => codeOf(list, row)))]
    }));
  });
}

/** What a row of a list is known by. */
function codeOf(list: CodelistName, row: Record<string, string>): string {
  if (list === "service_codes") return `${row.specialty}.${row.service}`;
  if (list === "benefit_codes" && row.code_from !== row.code_to) return `${row.code_from}-${row.code_to}`;
  return row[codelistColumns[list][0]]!;
}

import {range} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {specialties} from "../../../src/domain/registers.js";
import type {Words} from "../../../src/domain/words.js";
import type {Found, PrintedFigures} from "../figure.js";
import {totalOf} from "../totalOf.js";
import {percentOf, rowsOf, sumOf, type ComputedRegisters, type Match} from "./computed.js";

const specialtyWords: Words = {...specialties, all: {danish: "alle", english: "all"}};

interface Part {
  words(contact: string): string;
  count?: (computed: ComputedRegisters, contact: number, specialty: string) => Found;
  /** What the percent is of. */
  whole?: (computed: ComputedRegisters, contact: number, specialty: string) => Found;
}

/** The parts of the diagram. */
const parts: Record<string, Part> = {
  patients_at_contact: {words: (contact) => `patienter ved kontakt ${contact}`, count: atContact},
  ended_after_contact_cumulative: {
    words: (contact) => `afsluttet senest efter kontakt ${contact}`,
    count: ended,
    whole: (c) => flows(c, {start_specialty: "all", contact_no: 1})
  },
  no_further_contacts: {words: (contact) => `ingen kontakt ${contact}`, count: (c, contact) => ended(c, contact - 1)},
  ended_after_contact_by_start_specialty: {
    words: (contact) => `afsluttet efter kontakt ${contact}, begyndt i specialet`,
    count: (c, contact, specialty) =>
      flows(c, {start_specialty: specialty, contact_no: contact, to_specialty: "ended"}),
    whole: (c, contact, specialty) => flows(c, {start_specialty: specialty, contact_no: contact})
  },
  max_contacts_followed: {
    words: () => "kontakter, der følges",
    count: ({parameters}) => ({computed: parameters.flowContacts})
  }
};

/** The flow diagram: who is at which contact, and how many have ended. */
export const flow: PrintedFigures<ComputedRegisters> = {
  source: "dard_flow.csv",
  title: "Patientforløb",
  figures: (rows, computed) =>
    rows.flatMap((row) => {
      const count = parts[row.element!]?.count?.(computed, Number(row.contact_no), row.specialty!);
      const whole = parts[row.element!]?.whole?.(computed, Number(row.contact_no), row.specialty!);
      const figures = [
        {column: "count", what: "antal", found: count},
        {column: "percent", what: "procent", found: {computed: percentOf(count?.computed, whole?.computed)}}
      ];
      return figures
        .filter(({column}) => row[column] !== "")
        .map(({column, what, found}) => ({
          key: [row.element, row.contact_no, row.specialty, column].join("/"),
          where: `${whereOf(row)}, ${what}`,
          printed: row[column]!,
          computed: undefined,
          ...found
        }));
    })
};

function flows(computed: ComputedRegisters, match: Match): Found {
  const [table, all] = ["patient_flows", {hospital_region: "all", ...match}] as const;
  return {
    computed: sumOf(computed, table, all),
    at: {table, rows: rowsOf(computed, table, all), column: "patients"}
  };
}

/** The last contact that is followed only shows where the one before it leads. */
function atContact(computed: ComputedRegisters, contact: number, specialty: string): Found {
  return contact === computed.parameters.flowContacts
    ? flows(computed, {start_specialty: "all", contact_no: contact - 1, to_specialty: specialty})
    : flows(computed, {start_specialty: "all", contact_no: contact, from_specialty: specialty});
}

function ended(computed: ComputedRegisters, contacts: number): Found {
  const found = range(1, contacts + 1).map((contact) =>
    flows(computed, {start_specialty: "all", contact_no: contact, to_specialty: "ended"})
  );
  return {
    computed: totalOf(found.map(({computed}) => computed ?? NaN)),
    at: {table: "patient_flows", rows: found.flatMap(({at}) => at?.rows ?? []), column: "patients"}
  };
}

function whereOf({element, contact_no, specialty}: DSVRowString): string {
  return `Patientforløb, ${parts[element!]?.words(contact_no!) ?? element}: ${specialtyWords[specialty!]?.danish ?? specialty}`;
}

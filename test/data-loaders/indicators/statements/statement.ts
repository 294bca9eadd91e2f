import {deliveryOf, type Contact} from "../../models/registers/contacts.js";
import type {Delivery} from "../../models/registers/delivery.js";

type Views = {[View in keyof Delivery]: NonNullable<Delivery[View]>};

/** What the registers have of one person, without a key; seen once on 15 January 2024 where nothing says otherwise. */
export type Person = Omit<Views, "contacts" | "diagnoses" | "persons"> & {
  seen?: Partial<Contact>[];
  /** 1970 where nothing says otherwise; null for whoever the population register does not know. */
  born?: string | null;
};

export interface Decision {
  /** An expression on a row of the cohort, or the id of an indicator. */
  of: string;
  /** People, and what is computed of each: of an indicator `tæller` or `nævner`; null for whoever is not in. */
  people: [person: Person, answer: string | null][];
  /** Departments that their contacts name; else they are of one that is not private. */
  organisations?: Delivery["organisations"];
}

/** A sentence of the page on definitions, or a few, with people of whom another reading would give another answer. */
export interface Decided {
  says: string;
  decides: Decision[];
}

/** One that another test decides, by its file below `test` and its title there. */
export interface Elsewhere {
  says: string;
  file: string;
  title: string;
}

export type Statement = Decided | Elsewhere;

/** Sentences of the page that no number follows from. */
export const notComputed = [
  "Rapporten lader noget stå åbent.",
  "Sådan er det læst:",
  "Hele definitionen er et forslag: rapporten nævner indikatoren, men trykker den ikke.",
  "Rapporten siger ikke, om en høj andel er bedre.",
  "Rapporten skriver, at udviklingsmålet er nået på landsplan, men trykker ikke målets tal."
];

/**
 * One delivery of all people, whose keys are their places: `0`, `1` … Who dies and moves is known until the end of
 * 2026.
 */
export function deliveryOfPeople(decisions: Decision[]): Delivery {
  const people = decisions.flatMap((decision) => decision.people.map(([person]) => person));
  const contacts = people.flatMap(({seen = [{}]}, i) =>
    seen.map((contact, n) => ({date: "2024-01-15", ...contact, id: `${i} ${contact.id ?? n}`, person: `${i}`}))
  );
  const persons = people.flatMap(({born = "1970-01-01"}, i) =>
    born === null ? [] : [{person_id: `${i}`, sex: "female", born}]
  );
  const delivery: Record<string, object[]> = {
    ...deliveryOf(contacts),
    persons,
    organisations: [{department: "d", private: false}, ...decisions.flatMap(({organisations = []}) => organisations)],
    deaths: [{person_id: "another", date: "2026-12-31"}],
    migrations: [{person_id: "another", date: "2026-12-31", direction: "in"}]
  };
  for (const [i, {seen: _, born: __, ...views}] of people.entries())
    for (const [view, rows] of Object.entries(views))
      (delivery[view] ??= []).push(...rows.map((row) => ({person_id: `${i}`, ...row})));
  return delivery as Delivery;
}

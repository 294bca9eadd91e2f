import type {Delivery} from "./delivery.js";

/** A contact that begins a course where nothing says otherwise: attended, with lumbar pain. */
export interface Contact {
  id: string;
  person?: string;
  date: string;
  time?: string;
  type?: string;
  department?: string;
  specialty?: string;
  region?: string;
  /** Codes with their types, such as `A DM545`. */
  codes?: string[];
}

/** Contacts with their diagnoses and people, women born in 1970; `more` is added, or stands in for those. */
export function deliveryOf(contacts: Contact[], more: Delivery = {}): Delivery {
  const people = [...new Set(contacts.map((c) => c.person ?? "p"))];
  return {
    contacts: contacts.map((c) => ({
      contact_id: c.id,
      person_id: c.person ?? "p",
      start_date: c.date,
      start_time: c.time ?? null,
      contact_type: c.type ?? "ALCA00",
      department: c.department ?? "d",
      specialty: c.specialty ?? "Reumatologi",
      region: c.region ?? null
    })),
    diagnoses: contacts.flatMap((c) =>
      (c.codes ?? ["A DM545"]).map((code) => ({contact_id: c.id, type: code.split(" ")[0]!, code: code.split(" ")[1]!}))
    ),
    persons: people.map((person_id) => ({person_id, sex: "female", born: "1970-01-01"})),
    ...more
  };
}

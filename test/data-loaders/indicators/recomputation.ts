import type {Codelists} from "../../../data-loaders/ground/codelists.js";
import type {Delivery} from "../models/registers/delivery.js";
import {addDays, addMonths, addYears, ageOn} from "./dates.js";

type Rows = Record<string, Record<string, string | number | null>[]>;

/** An index patient found the slow way. */
interface Patient {
  person: string;
  contact: string;
  index: string;
  age: number;
}

export function begins(code: unknown, list: {prefix: string}[]): boolean {
  return list.some(({prefix}) => String(code).startsWith(prefix));
}

/** A person's counting contacts with back pain, in order. */
export function backContacts(delivery: Delivery, codelists: Codelists, person: string) {
  const all = (view: string) => (delivery as unknown as Rows)[view] ?? [];
  return all("contacts")
    .filter((c) => c.person_id === person)
    .filter((c) => codelists.contact_types.some((t) => t.code === c.contact_type && t.counts === "yes"))
    .map((contact) => ({
      contact,
      own: all("diagnoses").filter((d) => d.contact_id === contact.contact_id && (d.type === "A" || d.type === "B"))
    }))
    .filter(
      ({own}) =>
        own.some((d) => begins(d.code, codelists.back_diagnoses)) &&
        !own.some((d) => begins(d.code, codelists.excluded_diagnoses))
    )
    .map(({contact: c, own}) => ({
      id: String(c.contact_id),
      date: String(c.start_date),
      time: String(c.start_time ?? "99"),
      specialty: c.specialty,
      // The action diagnosis where it is a back diagnosis, else the first of the others.
      diagnosis: own
        .filter((d) => begins(d.code, codelists.back_diagnoses))
        .map((d) => `${d.type} ${d.code}`)
        .sort()[0]!
        .slice(2)
    }))
    .sort((a, b) => `${a.date} ${a.time} ${a.id}`.localeCompare(`${b.date} ${b.time} ${b.id}`, "en"));
}

/**
 * Every row that would decide something, gone through one by one: no SQL and nothing of the loaders but the code lists.
 */
export function recompute(delivery: Delivery, codelists: Codelists, period: {from: string; to: string}) {
  const rows = delivery as unknown as Rows;
  const all = (view: string) => rows[view] ?? [];
  const cohort: Patient[] = [];
  const found: Record<string, string[]> = {};

  for (const {person_id, born} of all("persons")) {
    const contacts = backContacts(delivery, codelists, String(person_id));
    const first = contacts.find((c) => period.from <= c.date && c.date <= period.to);
    if (!first) continue;
    if (contacts.some((c) => c.date < first.date && c.date >= addYears(first.date, -2))) continue;
    const age = ageOn(first.date, String(born));
    if (age >= 18) cohort.push({person: String(person_id), contact: first.id, index: first.date, age});
  }

  function leftBy({person, index}: Patient, end: string): boolean {
    const died = all("deaths").some((d) => d.person_id === person && String(d.date) <= end);
    const moved = all("migrations").some(
      (m) => m.person_id === person && m.direction === "out" && String(m.date) >= index && String(m.date) <= end
    );
    if (died || moved) return true;
    if (all("deaths").length > 0 && all("migrations").length > 0) return false;
    const snapshots = new Set(all("residences").map((r) => String(r.snapshot)));
    const met = [...snapshots].filter((s) => s > index && s <= end);
    return met.some((s) => !all("residences").some((r) => r.person_id === person && r.snapshot === s));
  }

  const between = (date: unknown, from: string, to: string) => from <= String(date) && String(date) <= to;
  const note = (indicator: string, {person}: Patient, numerator: boolean) =>
    (found[indicator] ??= []).push(`${person} ${numerator}`);
  const degree = (person: string, date: string) =>
    Number(
      all("employment").find((e) => e.person_id === person && String(e.month).slice(0, 7) === date.slice(0, 7))
        ?.degree ?? 0
    );

  for (const patient of cohort) {
    const {person, index, age} = patient;
    const year = addYears(index, 1);

    const redeemed = all("prescriptions").filter((p) => p.person_id === person && begins(p.atc, codelists.drugs));
    const before = redeemed.some((p) => between(p.date, addMonths(index, -3), addDays(index, -1)));
    const after = redeemed.some((p) => between(p.date, addDays(index, 90), addDays(index, 180)));
    if (!leftBy(patient, addDays(index, 180)))
      note(before ? "strong_analgesic_prior_use" : "strong_analgesic_no_prior_use", patient, !after);

    const wasFull = degree(person, addYears(index, -1)) >= 0.81;
    if (age >= 30 && age <= 60 && wasFull && !leftBy(patient, year))
      note("labour_market_retention", patient, degree(person, year) >= 0.81);

    const days = (list: {prefix: string}[]) =>
      [
        ...new Set(
          all("procedures")
            .filter((p) => p.person_id === person && p.type !== "+" && begins(p.code, list))
            .map((p) => String(p.start_date))
        )
      ].sort();
    const scans = days(codelists.mri).filter((day) => between(day, index, year));
    if (scans.length > 0 && !leftBy(patient, year)) note("repeated_mri", patient, scans.length > 1);
    const operations = days(codelists.spine_surgery).filter((day) => between(day, index, year));
    note("surgery_within_a_year", patient, operations.length > 0);
    const [operated] = operations;
    if (operated && !leftBy(patient, addDays(index, 396))) {
      const plan = days(codelists.rehabilitation).some((day) => between(day, operated, addDays(operated, 30)));
      note("rehabilitation_after_surgery", patient, plan);
    }

    const guided = ["chiropractor", "physiotherapist"].some((provider) => {
      let number = 0;
      for (const s of all("services")) {
        const listed = codelists.service_codes.some(
          (l) => l.provider === provider && l.specialty === s.specialty && l.service === s.service
        );
        const week = String(s.week_start);
        if (s.person_id === person && listed && week >= addMonths(index, -6) && addDays(week, 6) < index)
          number += Number(s.number);
      }
      return number > 0;
    });
    note("primary_care_before", patient, guided);
  }
  for (const people of Object.values(found)) people.sort();
  return {cohort: cohort.map((p) => `${p.person} ${p.contact} ${p.index} ${p.age}`).sort(), found};
}

import type {Codelists} from "../../../../data-loaders/ground/codelists.js";
import {addDays, addMonths, addYears} from "../../indicators/dates.js";
import {backContacts, begins} from "../../indicators/recomputation.js";
import type {Delivery} from "./delivery.js";

type Rows = Record<string, Record<string, string | number | null>[]>;

interface Found {
  kind: string;
  date: string;
  /** What decides on one day. */
  order: string;
}

/**
 * `person sequence days condition` of index patients, found row by row: no SQL and nothing of
 * the loaders but the code lists.
 */
export function recomputedPathways(
  delivery: Delivery,
  codelists: Codelists,
  cohort: {person: string; index: string}[]
): string[] {
  return cohort.map(({person, index}) => {
    const found = eventsOf(delivery, codelists, person, index);
    const before = once(found.filter(({date}) => date < index));
    const after = once(found.filter(({date}) => date >= index));
    const steps = [...before, ...after];
    const days = steps.length === 1 ? null : (Date.parse(steps.at(-1)!.date) - Date.parse(steps[0]!.date)) / 86_400_000;
    const words = (list: Found[]) => list.map(({kind}) => kind).join(" ");
    const sequence = before.length > 0 ? `${words(before)} | ${words(after)}` : words(after);
    return `${person} ${sequence} ${days} ${conditionOf(delivery, codelists, person, index)}`;
  });
}

/** What registers hold of a patient around the index date, in order. */
export function eventsOf(delivery: Delivery, codelists: Codelists, person: string, index: string): Found[] {
  const all = (view: string) => ((delivery as unknown as Rows)[view] ?? []).filter((row) => row.person_id === person);
  const opens = addMonths(index, -6);
  const closes = addYears(index, 1);
  const found: Found[] = [];
  for (const contact of backContacts(delivery, codelists, person)) {
    const specialty = codelists.specialties.find(({name}) => name === contact.specialty)?.specialty ?? "other";
    if (contact.date >= index && contact.date <= closes)
      found.push({kind: specialty, date: contact.date, order: `0 ${contact.time} ${contact.id}`});
  }
  for (const {code, type, start_date} of all("procedures")) {
    const date = String(start_date);
    if (type === "+" || date > closes) continue;
    if (begins(code, codelists.mri) && date >= opens) found.push({kind: "mri", date, order: "1"});
    if (begins(code, codelists.spine_surgery) && date >= index) found.push({kind: "operation", date, order: "2"});
    if (begins(code, codelists.rehabilitation) && date >= index) found.push({kind: "plan", date, order: "3"});
  }
  for (const {atc, date} of all("prescriptions")) {
    if (begins(atc, codelists.drugs) && String(date) >= opens && String(date) <= closes)
      found.push({kind: "analgesic", date: String(date), order: "4"});
  }
  for (const kind of ["chiropractor", "physiotherapist"]) {
    const listed = all("services").filter((s) =>
      codelists.service_codes.some((l) => l.provider === kind && l.specialty === s.specialty && l.service === s.service)
    );
    const sides = [
      (week: string) => week >= opens && addDays(week, 6) < index,
      (week: string) => week > index && addDays(week, 6) <= closes
    ];
    for (const isIn of sides) {
      const weeks = new Map<string, number>();
      for (const {week_start, number} of listed)
        if (isIn(String(week_start)))
          weeks.set(String(week_start), (weeks.get(String(week_start)) ?? 0) + Number(number));
      const total = [...weeks.values()].reduce((sum, number) => sum + number, 0);
      const [first] = [...weeks]
        .filter(([, number]) => number > 0)
        .map(([week]) => week)
        .sort();
      if (total > 0 && first) found.push({kind, date: first, order: `5 ${kind}`});
    }
  }
  return found.sort((a, b) => `${a.date} ${a.order}`.localeCompare(`${b.date} ${b.order}`, "en"));
}

function once(events: Found[]): Found[] {
  return events.filter(({kind}, i) => events.findIndex((event) => event.kind === kind) === i);
}

/** The gravest condition that contacts of the year name. */
export function conditionOf(delivery: Delivery, codelists: Codelists, person: string, index: string): string {
  const met = backContacts(delivery, codelists, person)
    .filter(({date}) => date >= index && date <= addYears(index, 1))
    .map(({diagnosis}) => {
      const fits = codelists.conditions
        .filter(({prefix}) => diagnosis.startsWith(prefix))
        .sort((a, b) => b.prefix.length - a.prefix.length);
      return fits[0]?.condition ?? "other";
    });
  return ["disc_herniation", "stenosis", "nerve_root", "other", "unspecific"].find((condition) =>
    met.includes(condition)
  )!;
}

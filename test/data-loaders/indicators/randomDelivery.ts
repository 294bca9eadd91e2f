import fc from "fast-check";
import type {Delivery} from "../models/registers/delivery.js";
import {addDays, mondayOf} from "./dates.js";

/** Days from a person's own day, so that every window's edge is met often. */
const edges = [
  -1096, -732, -731, -730, -366, -365, -185, -184, -183, -182, -93, -92, -91, -90, -8, -7, -1, 0, 1, 30, 31, 89, 90, 91,
  179, 180, 181, 364, 365, 366, 367, 395, 396, 397
];
const offset = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...edges)},
  {weight: 1, arbitrary: fc.integer({min: -1100, max: 500})}
);
const around = fc.constantFrom(-1, 0, 0, 0, 0, 0, 0, 1);

const contact = fc.record({
  offset: fc.oneof({weight: 2, arbitrary: fc.constant(0)}, offset),
  time: fc.constantFrom(null, "08:00", "12:30"),
  type: fc.constantFrom("ALCA00", "ALCA00", "ALCA03", "ALCA10"),
  specialty: fc.constantFrom("Reumatologi", "Reumatologi", "Skadestue", "Neurokirurgi", "Ukendt"),
  codes: fc.array(
    fc.constantFrom(
      "A DM545",
      "A DM511",
      "B DM479",
      "B DC795",
      "A DM459",
      "H DM545",
      "+ DM540",
      "A DI109",
      "A DM485",
      "A DM544"
    ),
    {minLength: 1, maxLength: 3}
  )
});

const person = fc.record({
  // First and last days of the period too, and the turn of February.
  day: fc.oneof(
    fc.constantFrom("2023-06-30", "2023-07-01", "2024-02-29", "2024-06-30", "2024-07-01"),
    fc.integer({min: 0, max: 365}).map((d) => addDays("2023-07-01", d))
  ),
  years: fc.constantFrom(17, 18, 29, 30, 31, 45, 45, 60, 61, 80),
  birthday: around,
  contacts: fc.array(contact, {maxLength: 5}),
  redeemed: fc.array(
    fc.record({offset, atc: fc.constantFrom("N02AX02", "N03AX12", "N02BF02", "N06AA09", "N02BE01", "N07BC02")}),
    {maxLength: 4}
  ),
  degrees: fc.array(
    fc.record({
      offset: fc.constantFrom(-366, -365, 365, 366, -335, 395),
      degree: fc.constantFrom(0, 0.5, 0.8, 0.81, 1, 1)
    }),
    {maxLength: 4}
  ),
  procedures: fc.array(
    fc.record({
      offset: fc.oneof(
        fc.constantFrom(-1, 0, 1, 30, 31, 364, 365, 366, 367),
        fc.constantFrom(395, 396, 397),
        fc.integer({min: -40, max: 420})
      ),
      code: fc.constantFrom("UXME30", "UXME10", "UXMD10", "KABC16", "KNAG64", "ZZ0175X", "ZZ0175Y", "KABA00"),
      type: fc.constantFrom("V", "D", "P", "+")
    }),
    {maxLength: 6}
  ),
  services: fc.array(
    fc.record({
      offset: fc.constantFrom(
        -1,
        -6,
        -7,
        -8,
        -175,
        -180,
        -181,
        -182,
        -183,
        -184,
        -185,
        -191,
        0,
        1,
        6,
        7,
        8,
        90,
        353,
        359,
        360,
        365,
        366
      ),
      code: fc.constantFrom("51 0110", "51 0123", "53 1015", "64 2020", "80 0101"),
      number: fc.constantFrom(1, 1, 2, -1)
    }),
    {maxLength: 3}
  ),
  died: fc.option(offset, {freq: 4}),
  moved: fc.array(fc.record({offset, direction: fc.constantFrom("out", "in")}), {maxLength: 2}),
  away: fc.array(
    fc.constantFrom<string>("2023-09-30", "2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30", "2025-06-30"),
    {maxLength: 1}
  )
});

const snapshots = [
  "2023-06-30",
  "2023-09-30",
  "2023-12-31",
  "2024-03-31",
  "2024-06-30",
  "2024-09-30",
  "2024-12-31",
  "2025-06-30"
];

const people = (maxLength: number) => fc.array(person, {minLength: 1, maxLength, size: "max"});

/**
 * A delivery with all the dirt: prevalent patients, minors, other diseases, telephone contacts, duplicates, reversals,
 * deaths, people who leave. Few are small: to count one takes DuckDB as long as to count many people in one.
 */
export const randomDelivery: fc.Arbitrary<Delivery> = fc
  .record({people: fc.oneof(people(20), {weight: 3, arbitrary: people(250)}), registersOfLeaving: fc.boolean()})
  .map(({people, registersOfLeaving}) => {
    const each = <T>(rows: (p: (typeof people)[number], id: string, on: (offset: number) => string) => T[]) =>
      people.flatMap((p, i) => rows(p, `p${i}`, (days) => addDays(p.day, days)));
    return {
      persons: each((p, person_id) => [
        {
          person_id,
          sex: "male",
          born: addDays(`${Number(p.day.slice(0, 4)) - p.years}${p.day.slice(4).replace("02-29", "02-28")}`, p.birthday)
        }
      ]),
      contacts: each((p, person_id, on) =>
        p.contacts.map((c, i) => ({
          contact_id: `${person_id}c${i}`,
          person_id,
          start_date: on(c.offset),
          start_time: c.time,
          contact_type: c.type,
          specialty: c.specialty
        }))
      ),
      diagnoses: each((p, id) =>
        p.contacts.flatMap((c, i) =>
          c.codes.map((code) => ({contact_id: `${id}c${i}`, type: code.split(" ")[0]!, code: code.split(" ")[1]!}))
        )
      ),
      prescriptions: each((p, person_id, on) =>
        p.redeemed.map((r) => ({person_id, date: on(r.offset), atc: r.atc, packages: 1}))
      ),
      employment: each((p, person_id, on) =>
        [...new Map(p.degrees.map((d) => [`${on(d.offset).slice(0, 7)}-01`, d.degree]))].map(([month, degree]) => ({
          person_id,
          month,
          degree
        }))
      ),
      procedures: each((p, person_id, on) =>
        p.procedures.map((q) => ({person_id, code: q.code, type: q.type, start_date: on(q.offset)}))
      ),
      services: each((p, person_id, on) =>
        p.services.map((s) => ({
          person_id,
          week_start: mondayOf(on(s.offset)),
          specialty: s.code.slice(0, 2),
          service: s.code.slice(3),
          number: s.number
        }))
      ),
      residences: each((p, person_id) =>
        snapshots
          .filter((s) => !p.away.includes(s))
          .map((snapshot) => ({person_id, snapshot, municipality: "0101", region: "1084"}))
      ),
      deaths: registersOfLeaving
        ? each((p, person_id, on) => (p.died === null ? [] : [{person_id, date: on(p.died)}]))
        : [],
      migrations: registersOfLeaving
        ? each((p, person_id, on) => p.moved.map((m) => ({person_id, date: on(m.offset), direction: m.direction})))
        : []
    };
  });

import {readIndicators} from "../../indicators/definition/readIndicators.js";
import type {Row} from "../../engine/session.js";
import {keyOf, type GroupRelation} from "../counted/group.js";
import {ofIndicator, patientsOf} from "./registers.js";

const among = new Map((await readIndicators()).flatMap(({id, among}) => (among ? [[id, among] as const] : [])));

/**
 * What one indicator's patients say of another's in the same period and place, municipalities
 * included. Who is between the two, such as the operated who died or left soon after, is a
 * group of its own: a difference of two published numbers must not reveal that they are few.
 */
export function inclusionSums(rows: Row[]): GroupRelation[] {
  const complete = rows.filter((row) => row.status !== "incomplete");
  const place = (row: Row, id: unknown) => `${id} ${keyOf(patientsOf(row))}`;
  const published = new Set(complete.map((row) => place(row, row.indicator_id)));
  return complete.flatMap((row): GroupRelation[] => {
    const id = row.indicator_id as string;
    const whole = among.get(id);
    if (whole === undefined || !published.has(place(row, whole))) return [];
    const patients = patientsOf(row);
    return [
      {
        name: `patienterne i ${id} og andre udgør dem, ${whole} tæller`,
        terms: [
          [ofIndicator(patients, whole, "numerator"), 1],
          [ofIndicator(patients, id, "in"), -1],
          [{...patients, [`counted, but not in ${id}`]: "yes"}, -1]
        ],
        low: 0,
        high: 0
      }
    ];
  });
}

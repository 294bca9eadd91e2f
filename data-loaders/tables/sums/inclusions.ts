import {readIndicators} from "../../indicators/definition/readIndicators.js";
import type {Row} from "../../engine/session.js";
import type {GroupRelation} from "../counted/group.js";
import {ofIndicator, patientsOf} from "./registers.js";

const among = new Map((await readIndicators()).flatMap(({id, among}) => (among ? [[id, among] as const] : [])));

/**
 * What one indicator's patients say of another's in the same period and area, municipalities
 * included. Who is between the two, such as those who died or left in the days between, is a
 * group of its own: a difference of two published numbers must not reveal that they are few.
 */
export function inclusionSums(rows: Row[]): GroupRelation[] {
  const complete = rows.filter((row) => row.status !== "incomplete");
  const place = ({period, area_type, area_id}: Row, id: unknown) => `${id} ${period} ${area_type} ${area_id}`;
  const published = new Set(complete.map((row) => place(row, row.indicator_id)));
  return complete.flatMap((row): GroupRelation[] => {
    const id = row.indicator_id as string;
    const wholes = among.get(id);
    if (!wholes?.every(([indicator]) => published.has(place(row, indicator)))) return [];
    const patients = patientsOf(row);
    const terms = wholes.map(([indicator, part]): GroupRelation["terms"][number] => [
      ofIndicator(patients, indicator, part),
      1
    ]);
    return [
      {
        name: `patienterne i ${id} og andre udgør dem, der er fulgt så længe`,
        terms: [
          ...terms,
          [ofIndicator(patients, id, "in"), -1],
          [{...patients, [`followed, but not in ${id}`]: "yes"}, -1]
        ],
        low: 0,
        high: 0
      }
    ];
  });
}

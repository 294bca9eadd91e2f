import type {Codebook} from "../ground/codebook.js";
import {text} from "../engine/session.js";
import {isOneOf} from "./form.js";

/** SQL for the code of the region that the column names, by code or by name in any case; NULL where it names none. */
export function regionSql({regions}: Codebook): string {
  const cases = regions.map(({id, label}) => {
    const theirs = [id, label, `region ${label}`].map((name) => text(name.toLowerCase()));
    return `WHEN ${isOneOf("lower(region)", theirs)} THEN ${text(id)}`;
  });
  return cases.length > 0 ? `CASE ${cases.join(" ")} END` : "NULL::VARCHAR";
}

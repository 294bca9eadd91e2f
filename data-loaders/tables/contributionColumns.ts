import type {Count} from "./counted/group.js";
import type {Row} from "../engine/session.js";
import type {Column} from "./table.js";

/** What a row of the audit keeps of each of its counts until it is protected. @param suffix of a row with two counts */
export function contributionColumns(suffix = ""): Column[] {
  return [
    {
      name: `participants_of_n${suffix}`,
      type: "INTEGER",
      meaning: `Deltagere bag n${suffix}`,
      english: `Participants behind n${suffix}`,
      counts: "participants",
      internal: true
    },
    {
      name: `largest_of_n${suffix}`,
      type: "INTEGER",
      meaning: `Flest af n${suffix} fra én deltager`,
      english: `The most of n${suffix} from one participant`,
      counts: "registrations",
      internal: true
    }
  ];
}

/** Those columns of a row. @param each how many registrations each participant has */
export function contributionOf(each: number[], suffix = ""): Row {
  return {
    [`participants_of_n${suffix}`]: each.filter((n) => n > 0).length,
    [`largest_of_n${suffix}`]: Math.max(0, ...each)
  };
}

/** A count with who is behind it; a published row does not say. */
export function withContribution(count: Count, row: Row, suffix = ""): Count {
  const {[`participants_of_n${suffix}`]: participants, [`largest_of_n${suffix}`]: largest} = row;
  return typeof participants === "number" && typeof largest === "number"
    ? {...count, from: {participants, largest}}
    : count;
}

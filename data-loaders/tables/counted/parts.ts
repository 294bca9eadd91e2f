import {group} from "d3-array";
import type {Row} from "../../engine/session.js";
import {keyOf, where, type Group, type GroupRelation} from "./group.js";

/** Whom the numbers of a row count. */
type GroupOf = (row: Row) => Group;

/** Rows that part a group without leaving anybody out: together they are as many as it is. */
export function partsOf(rows: Row[], groupOf: GroupOf, wholeOf: GroupOf): GroupRelation[] {
  return [...group(rows, (row) => keyOf(wholeOf(row))).values()].map((members) => ({
    name: "rækkerne udgør alle",
    terms: [...members.map((row): [Group, number] => [groupOf(row), 1]), [wholeOf(members[0]!), -1]],
    low: 0,
    high: 0
  }));
}

/** Rows that count some of a group: those, and the others, are the group. `kind` names what the some have in common. */
export function someOf(rows: Row[], groupOf: GroupOf, kind: string): GroupRelation[] {
  return rows.map((row) => {
    const {[kind]: _, ...all} = groupOf(row);
    return {
      name: "de udvalgte og de andre udgør alle",
      terms: [
        [where(all, {[kind]: "yes"}), 1],
        [where(all, {[kind]: "no"}), 1],
        [all, -1]
      ],
      low: 0,
      high: 0
    };
  });
}

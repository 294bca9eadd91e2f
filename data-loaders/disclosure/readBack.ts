import type {CountedTable} from "./assemble.js";
import type {GroupRelation} from "../tables/counted/group.js";
import {withCounts} from "./participantCounts.js";

/** Rows with the counts that their other columns give away. */
export function readBack({name, protection, rows}: CountedTable): CountedTable {
  if (name === "audit_participants") {
    const [fewest, most] = (["fewest", "most"] as const).map((which) => withCounts(rows, which));
    const states = (): GroupRelation[] => {
      const upper = protection.states?.(most!) ?? [];
      return (protection.states?.(fewest!) ?? []).map((relation, i) => ({...relation, high: upper[i]!.high}));
    };
    return {name, rows: fewest!, protection: {...protection, states}};
  }
  if (name !== "key_figures") return {name, protection, rows};
  return {
    name,
    protection,
    rows: rows.map((row) => ({
      ...row,
      ...(row.unit === "patients" && {n: row.value}),
      ...(row.unit === "percent" && {percent: row.value})
    }))
  };
}

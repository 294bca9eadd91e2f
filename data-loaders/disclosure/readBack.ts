import type {Row} from "../engine/session.js";
import type {CountedTable} from "./assemble.js";
import type {GroupRelation} from "../tables/counted/group.js";
import {withCounts} from "./participantCounts.js";

/**
 * Rows with the counts that their other columns give away.
 * @param tables all that are published with this one
 */
export function readBack({name, protection, rows}: CountedTable, tables: readonly CountedTable[]): CountedTable {
  if (name === "audit_participants") {
    const answers = tables.find((table) => table.name === "audit_answers")?.rows ?? [];
    const registrations = new Map(
      answers
        .filter((row) => row.consultation === "all" && row.patient_group === "all" && row.total !== null)
        .map((row) => [`${row.round} ${row.profession}`, row.total as number])
    );
    const registered = ({round, profession}: Row) => registrations.get(`${round} ${profession}`);
    const [fewest, most] = (["fewest", "most"] as const).map((which) => withCounts(rows, which, registered));
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

import {join} from "node:path";
import {group} from "d3-array";
import {text, type Session} from "../../data-loaders/engine/session.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {buildCache} from "../../data-loaders/load.js";
import type {PublishedProfession} from "./ownPractice.js";

/** Reads what the last load published of each profession and round; hidden numbers are null. */
export async function readPublished(
  settings: Settings,
  session: Session
): Promise<(profession: string, round: number) => PublishedProfession> {
  const table = (name: string) => `read_parquet(${text(join(buildCache(settings), `${name}.parquet`))})`;
  const counts = await session.rows<{key: string; n: number | null; total: number | null}>(`
    SELECT concat_ws('/', round, profession, consultation, patient_group, question_id || '.' || answer_id) AS key,
      n, total
    FROM ${table("audit_answers")}
    UNION ALL
    SELECT concat_ws('/', round, profession, consultation, patient_group, measure), n, total
    FROM ${table("audit_measures")}`);
  const bars = await session.rows<{key: string; percent: number; band: string}>(`
    SELECT concat_ws('/', round, profession, measure) AS key, percent, registrations_band AS band
    FROM ${table("audit_participants")}
    WHERE percent IS NOT NULL
    ORDER BY ALL`);
  const spreads = await session.rows<{key: string; spread: number | null}>(`
    SELECT concat_ws('/', round, subject, measure) AS key, between_spread AS spread
    FROM ${table("variation")}
    WHERE subject LIKE 'audit!_%' ESCAPE '!'`);
  const countOf = new Map(counts.map(({key, n, total}) => [key, {n, total}]));
  const spreadOf = new Map(spreads.map(({key, spread}) => [key, spread]));
  const barsOf = group(bars, ({key}) => key);
  return (profession, round) => ({
    count: (consultation, group, ref) =>
      countOf.get([round, profession, consultation, group, ref].join("/")) ?? {n: null, total: null},
    bars: (ref) => barsOf.get([round, profession, ref].join("/")) ?? [],
    spread: (ref) => spreadOf.get([round, `audit_${profession}`, ref].join("/")) ?? null
  });
}

import {verdicts, type Verdict} from "../../../src/domain/programme.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {wilson} from "../../../src/statistics/wilson.js";
import {share} from "../counted/group.js";
import {ruleCheckSums, ruleGroup} from "../sums/pathways.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import type {Condition} from "../../programme/pathway.js";
import {firstVerdicts, registerPathway, registerRules} from "../../programme/registerPathway.js";
import {areaColumns, incompleteIn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Column, Table} from "../table.js";

const verdictIds = Object.keys(verdicts) as Verdict[];
const limit = (name: string, meaning: string, english: string): Column => ({
  name,
  type: "DOUBLE",
  meaning,
  english,
  unit: "%"
});

/**
 * For each rule that registers can decide, how many of the patients it speaks to follow it. As in the indicator of
 * surgery, who dies or leaves within the year is asked for what happened until then.
 */
export const table: Table<RegisterModels> = {
  name: "pathway_rule_checks",
  title: "Forløb og regler",
  place: 40,
  columns: [
    periodColumn,
    ...areaColumns,
    {name: "rule_id", type: "VARCHAR", meaning: "Regel i forløbsprogrammet", english: "Rule of the programme"},
    {
      name: "verdict",
      type: "VARCHAR",
      meaning: inDanish(verdicts),
      english: inEnglish(verdicts)
    },
    ...shareColumns(
      {meaning: "Patienter med vurderingen", english: "Patients with the verdict"},
      {meaning: "Patienter, som reglen handler om", english: "Patients whom the rule is about"}
    ),
    limit("low", "Nedre 95 %-grænse (Wilson)", "Lower 95% limit (Wilson)"),
    limit("high", "Øvre 95 %-grænse (Wilson)", "Upper 95% limit (Wilson)")
  ],
  protection: () => ({
    counts: (row) => [share("patients", ruleGroup(row, String(row.verdict)), "total", ruleGroup(row))],
    states: ruleCheckSums
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const counts = await countVerdicts(models);
    const areas = await models.session.rows<{period: string; area_type: string; area_id: string}>(
      "SELECT period, area_type, area_id FROM areas WHERE area_type <> 'municipality' ORDER BY ALL"
    );
    const rows = areas.flatMap((area) =>
      registerRules.flatMap(({id}) => {
        const of = (verdict: Verdict) =>
          counts.get(`${area.period} ${area.area_id} ${area.area_type} ${id} ${verdict}`) ?? 0;
        const total = verdictIds.reduce((sum, verdict) => sum + of(verdict), 0);
        return verdictIds.map((verdict) => ({
          ...area,
          rule_id: id,
          verdict,
          patients: of(verdict),
          total,
          ...limits(of(verdict), total)
        }));
      })
    );
    return withShares(rows, ({period}) => isIncomplete("pathways", period as string)).map((row) =>
      row.status === "incomplete" ? {...row, low: null, high: null} : row
    );
  }
};

/**
 * Patients by period, area, rule and verdict. Courses that are alike to the day are judged once, and of those
 * without an operation all of one condition: every rule that registers can decide is about operations.
 */
async function countVerdicts({session}: RegisterModels): Promise<Map<string, number>> {
  const courses = await session.rows<{
    period: string;
    region: string;
    condition: Condition;
    events: string;
    patients: number;
  }>(`
    WITH courses AS (
      SELECT period, person_id, string_agg(day || ' ' || kind, ',' ORDER BY no) AS events
      FROM pathway_events SEMI JOIN (FROM pathway_events WHERE kind = 'operation') operated USING (period, person_id)
      GROUP BY ALL
    )
    SELECT period, c.region, p.condition, coalesce(events, '0 other') AS events, count(*) AS patients
    FROM cohort c JOIN pathways p USING (period, person_id) LEFT JOIN courses USING (period, person_id)
    GROUP BY ALL`);
  const counts = new Map<string, number>();
  for (const {period, region, condition, events, patients} of courses) {
    const pathway = registerPathway(condition, events.split(",").map(eventOf));
    for (const [rule, verdict] of firstVerdicts(pathway)) {
      for (const area of ["country country", `${region} region`]) {
        const key = `${period} ${area} ${rule} ${verdict}`;
        counts.set(key, (counts.get(key) ?? 0) + patients);
      }
    }
  }
  return counts;
}

function eventOf(text: string): {day: number; kind: string} {
  const [day, kind] = text.split(" ");
  return {day: Number(day), kind: kind!};
}

function limits(patients: number, total: number): {low: number | null; high: number | null} {
  if (total === 0) return {low: null, high: null};
  const {low, high} = wilson(patients, total);
  return {low: 100 * low, high: 100 * high};
}

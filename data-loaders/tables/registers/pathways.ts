import {pathwayEvents, sequenceSides} from "../../../src/domain/pathways.js";
import type {Verdict} from "../../../src/domain/programme.js";
import {specialties} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {share} from "../counted/group.js";
import {pathwaySums, sequenceGroup} from "../sums/pathways.js";
import {patientsOf} from "../sums/registers.js";
import type {Row} from "../../engine/session.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {verdictsOfOrder} from "../../programme/registerPathway.js";
import {areaColumns, incompleteIn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Table} from "../table.js";

/**
 * So many of the country's commonest sequences have rows of their own, in the country and its regions, and so many
 * of the commonest with an operation, in the country alone: few have each of them. The rest are together.
 */
const listed = {commonest: 24, operated: 10};
/** Sequences of more steps are among the others: they are alike in name only. */
const mostSteps = 8;
/** A sequence with a row of its own reveals that so many in the country had it. */
const fewest = 20;
/** The median of fewer patients says too much of one of them. */
const fewestOfMedian = 20;

/**
 * The commonest sequences of events in the year around the index contact, and by the
 * specialty of that contact all others together.
 */
export const table: Table<RegisterModels> = {
  name: "pathways",
  title: "Forløb",
  place: 30,
  columns: [
    periodColumn,
    ...areaColumns,
    {
      name: "start_specialty",
      type: "VARCHAR",
      meaning: `Speciale ved den første kontakt; ${inDanish(specialties)}`,
      english: `Specialty of the index contact: ${inEnglish(specialties)}`
    },
    {
      name: "sequence",
      type: "VARCHAR",
      meaning: `Hvad der skete, i rækkefølge, hver slags én gang før og én gang efter; | står før den første kontakt; ${inDanish(pathwayEvents)}; other alene: alle andre forløb`,
      english:
        "What happened, in order, each kind once before and once after; | stands before the index contact; other alone: every other pathway"
    },
    {
      name: "follows",
      type: "VARCHAR",
      meaning: "Regler i forløbsprogrammet, som rækkefølgen alene følger",
      english: "Rules of the programme that the order alone follows"
    },
    {
      name: "departs",
      type: "VARCHAR",
      meaning: "Regler i forløbsprogrammet, som rækkefølgen alene afviger fra",
      english: "Rules of the programme that the order alone departs from"
    },
    ...shareColumns(
      {meaning: "Patienter med forløbet", english: "Patients with the pathway"},
      {meaning: "Alle patienter", english: "All patients"}
    ),
    {
      name: "median_days",
      type: "DOUBLE",
      meaning: `Median af dage fra det første til det sidste, hele dage; for mindst ${fewestOfMedian} patienter`,
      english: `Median of days from the first to the last, whole days, of at least ${fewestOfMedian} patients`,
      unit: "dage"
    }
  ],
  protection: () => ({
    counts: (row) => (row.sequence === null ? [] : [share("patients", sequenceGroup(row), "total", patientsOf(row))]),
    states: pathwaySums
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const rows = await models.session.rows<{period: string; sequence: string}>(`
      WITH counted AS (
        SELECT p.period, area_type, area_id, start, sequence, steps, count(*) AS patients,
          CASE WHEN count(*) >= ${fewestOfMedian} THEN round(median(days)) END AS median_days
        FROM pathways p JOIN cohort_areas USING (period, person_id) WHERE area_type <> 'municipality'
        GROUP BY ALL
      ),
      ranked AS (
        SELECT period, start, sequence, patients, steps, sequence LIKE '%operation%' AS operated,
          row_number() OVER (PARTITION BY period ORDER BY patients DESC, sequence) AS place,
          row_number() OVER (PARTITION BY period, operated ORDER BY patients DESC, sequence) AS place_alike
        FROM counted WHERE area_type = 'country' AND steps <= ${mostSteps} AND patients >= ${fewest}
      ),
      listed AS (
        SELECT r.period, area_type, area_id, start, sequence
        FROM ranked r JOIN areas a ON a.period = r.period AND (
          (area_type = 'region' AND place <= ${listed.commonest})
          OR (area_type = 'country'
            AND (place <= ${listed.commonest} OR (operated AND place_alike <= ${listed.operated})))
        )
      ),
      counts AS (
        SELECT period, area_type, area_id, start, sequence, coalesce(patients, 0) AS patients, median_days
        FROM listed LEFT JOIN counted USING (period, area_type, area_id, start, sequence)
        UNION ALL
        SELECT a.period, a.area_type, a.area_id, s.start, 'other', coalesce(sum(c.patients), 0), NULL
        FROM areas a CROSS JOIN (VALUES ('acute'), ('medicine'), ('surgery'), ('private'), ('other')) s(start)
          LEFT JOIN (FROM counted ANTI JOIN listed USING (period, area_type, area_id, start, sequence)) c
            USING (period, area_type, area_id, start)
        WHERE a.area_type <> 'municipality' AND (s.start <> 'other' OR getvariable('other_specialties') = 'other')
        GROUP BY ALL
      )
      SELECT period, area_type, area_id, start AS start_specialty, sequence, patients::INTEGER AS patients,
        sum(patients) OVER (PARTITION BY period, area_type, area_id)::INTEGER AS total,
        median_days::DOUBLE AS median_days
      FROM counts
      ORDER BY period, area_type, area_id, start, sequence`);
    const complete = withShares(
      rows.filter(({period}) => !isIncomplete("pathways", period)).map((row) => ({...row, ...rulesOf(row.sequence)}))
    );
    return [
      ...complete,
      ...models.parameters.periods.filter(({id}) => isIncomplete("pathways", id)).map(({id}) => incompleteRow(id))
    ];
  }
};

/** Other sequences are of many orders. */
function rulesOf(sequence: string): {follows: string | null; departs: string | null} {
  if (sequence === "other") return {follows: null, departs: null};
  const {before, after} = sequenceSides(sequence);
  const verdicts = [...verdictsOfOrder([...before, ...after])];
  const of = (verdict: Verdict) =>
    verdicts
      .filter(([, one]) => one === verdict)
      .map(([rule]) => rule)
      .join(" ") || null;
  return {follows: of("follows"), departs: of("departs")};
}

/** Where an extract ends too soon no sequence is whole: one row says so. */
function incompleteRow(period: string): Row {
  return {
    period,
    area_type: "country",
    area_id: "country",
    start_specialty: null,
    sequence: null,
    follows: null,
    departs: null,
    patients: null,
    total: null,
    percent: null,
    median_days: null,
    status: "incomplete"
  };
}

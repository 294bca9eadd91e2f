import {group} from "d3-array";
import {rankLimits, type RankedUnit} from "../../../src/statistics/ranks.js";
import type {Row} from "../../engine/session.js";
import {areaColumns, periodColumn} from "../registerTable.js";
import type {Table} from "../table.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {table as employmentOutcomes} from "./employmentOutcomes.js";
import {table as incidence} from "./incidence.js";
import {table as indicatorValues} from "./indicatorValues.js";
import {table as primaryCareContacts} from "./primaryCareContacts.js";

/** What areas are ranked on: the table, and how many of how many each area has. */
const ranked = [
  {table: indicatorValues, measure: "indicator_id", count: "numerator", of: "denominator"},
  {table: primaryCareContacts, measure: "provider", count: "patients", of: "total"},
  {table: employmentOutcomes, measure: "outcome", count: "patients", of: "total"},
  {table: incidence, measure: null, count: "patients", of: "population"}
];

/**
 * Where each area may lie among the areas of its kind, on each share that a profile shows. Readers get what follows
 * from the counts they are shown: an area whose count is hidden may lie anywhere.
 */
export const table: Table<RegisterModels> = {
  name: "area_ranks",
  title: "Placering blandt områderne",
  place: 145,
  columns: [
    {
      name: "measure",
      type: "VARCHAR",
      meaning: "Indikator, behandler eller årsag; incidence: nye patienter pr. 100.000",
      english: "Indicator, provider or outcome; incidence: new patients per 100,000"
    },
    periodColumn,
    ...areaColumns,
    {
      name: "rank_low",
      type: "INTEGER",
      meaning: "Første plads, området kan have, når 1 er højest (95 %)",
      english: "First rank the area may have, 1 being highest (95%)",
      unit: "plads"
    },
    {
      name: "rank_high",
      type: "INTEGER",
      meaning: "Sidste plads, området kan have (95 %)",
      english: "Last rank the area may have (95%)",
      unit: "plads"
    },
    {
      name: "areas",
      type: "INTEGER",
      meaning: "Områder af samme slags",
      english: "Areas of the kind",
      unit: "områder"
    }
  ],
  rows: (_, before) => ranksIn(before!),
  rowsOfShown: (_, shown) => ranksIn(shown)
};

/** The ranks that follow from the rows of tables. */
export function ranksIn(rowsOf: (table: string) => readonly Row[]): Row[] {
  return ranked.flatMap(({table, measure, count, of}) => {
    const areas = rowsOf(table.name).filter((row) => row.area_type !== "country" && row.area_id !== "unknown");
    const kinds = group(areas, (row) =>
      JSON.stringify([measure ? row[measure] : table.name, row.period, row.area_type])
    );
    return [...kinds].flatMap(([key, rows]) => {
      const [name, period, area_type] = JSON.parse(key) as string[];
      const known = rows.filter((row) => row.status !== "incomplete" && row[of] !== 0);
      return rankLimits(known.map((row) => unitOf(row[count], row[of]))).flatMap((limits, i) =>
        limits === null
          ? []
          : [
              {
                measure: name,
                period,
                area_type,
                area_id: known[i]!.area_id,
                rank_low: limits.low,
                rank_high: limits.high,
                areas: known.length
              }
            ]
      );
    });
  });
}

/** So many that an unknown share is surely the lowest, or the highest. */
const MANY = 1e6;

function unitOf(y: unknown, n: unknown): RankedUnit {
  return typeof y === "number" && typeof n === "number" ? {y, n} : {y: {least: 0, most: MANY}, n: MANY};
}

import {absenceOf} from "../../domain/status.js";
import {count} from "../words/format.js";
import type {PopulationRow} from "../rows/populationRows.js";
import {roughText} from "../words/roughly.js";

const expected = (rows: readonly PopulationRow[], id: string): string | undefined => {
  const row = rows.find((one) => one.id === id);
  return row && row.low !== null && row.high !== null ? roughText({low: row.low, high: row.high}) : undefined;
};

/**
 * From an area's adults to its patients: what the printed shares give, and what the registers count beside.
 * @param where the area in a sentence: `Region Syddanmark`, `hele landet`
 */
export function fromPopulation(
  rows: readonly PopulationRow[],
  {adults, where, period}: {adults: number | null; where: string; period: string}
): string {
  if (adults === null) return `Hvor mange der bor i ${where}, kendes ikke, så ingen tal kan beregnes.`;
  const [pain, treatment, hospital] = ["pain_year", "treatment", "hospital"].map((id) => expected(rows, id));
  const [patients, operated] = ["hospital", "operated"].map((id) => rows.find((row) => row.id === id)?.counted);
  const registered =
    patients &&
    (patients.value !== null
      ? `registrene har ${count(patients.value)} nye i ${period}`
      : `registrenes tal for ${period} ${absenceOf(patients.status)?.clause ?? "kendes ikke"}`);
  return [
    `I ${where} bor der ${count(adults)} voksne.`,
    pain &&
      `Efter de trykte andele får ${pain} af dem ondt i ryggen i løbet af et år${treatment ? `, og ${treatment} søger behandling` : ""}.`,
    hospital && `I sekundærsektoren ventes ${hospital} patienter om året${registered ? `; ${registered}` : ""}.`,
    operated && operated.value !== null && `Opereret inden for et år blev ${count(operated.value)}.`
  ]
    .filter(Boolean)
    .join(" ");
}

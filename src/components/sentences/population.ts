import {count, percent, roughText} from "../words/format.js";
import type {StepRow} from "../charts/cohortSteps.js";
import {absenceOf} from "../../domain/status.js";
import type {PopulationRow} from "../rows/populationRows.js";

/** How many of those seen count as new patients, and why most of the others do not. */
export function population(steps: readonly StepRow[], period: string): string {
  const of = (step: string) => steps.find((row) => row.step === step)?.people ?? null;
  const [seen, included] = [of("seen"), of("included")];
  if (seen === null || included === null) return `Hvor mange der er set i ${period}, vises ikke.`;
  if (seen === 0) return `Ingen er set med en rygdiagnose i ${period}.`;
  const out = steps.filter((row) => row.step.startsWith("left_out_") && row.people !== null);
  const most = out.toSorted((a, b) => b.people! - a.people!)[0];
  const why =
    most && most.people! > 0 && steps.every(({people}) => people !== null)
      ? ` De fleste af dem, der ikke er med (${count(most.people)}), ${reasons[most.step] ?? "er udeladt"}.`
      : "";
  return `Af ${count(seen)} personer, der blev set på et hospital med en rygdiagnose i ${period}, er ${count(included)} (${percent((100 * included) / seen)}) nye patienter i databasen.${why}`;
}

const reasons: Record<string, string> = {
  left_out_prevalent: "havde også været set i årene før",
  left_out_minor: "er for unge",
  left_out_unknown_age: "har ukendt alder"
};

const expected = (rows: readonly PopulationRow[], id: string): string | undefined => {
  const row = rows.find((one) => one.id === id);
  return row && row.low !== null && row.high !== null ? roughText({low: row.low, high: row.high}) : undefined;
};

function countedText({value, range}: NonNullable<PopulationRow["counted"]>): string {
  return range ? `mellem ${count(range.least)} og ${count(range.most)}` : count(value);
}

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
    (patients.value !== null || patients.range
      ? `registrene har ${countedText(patients)} nye i ${period}`
      : `registrenes tal for ${period} ${absenceOf(patients.status)?.clause ?? "kendes ikke"}`);
  return [
    `I ${where} bor der ${count(adults)} voksne.`,
    pain &&
      `Efter de trykte andele får ${pain} af dem ondt i ryggen i løbet af et år${treatment ? `, og ${treatment} søger behandling` : ""}.`,
    hospital && `I sekundærsektoren ventes ${hospital} patienter om året${registered ? `; ${registered}` : ""}.`,
    operated && (operated.value !== null || operated.range) && `Opereret inden for et år blev ${countedText(operated)}.`
  ]
    .filter(Boolean)
    .join(" ");
}

import {count, percent} from "../words/format.js";
import type {StepRow} from "../charts/cohortSteps.js";

/** How many of those seen count as new patients, and why most of the others do not. */
export function population(steps: readonly StepRow[], period: string): string {
  const of = (step: string) => steps.find((row) => row.step === step)?.people ?? null;
  const [seen, included] = [of("seen"), of("included")];
  if (seen === null || included === null) return `Hvor mange der er set i ${period}, vises ikke.`;
  if (seen === 0) return `Ingen er set med en rygdiagnose i ${period}.`;
  const out = steps.filter((row) => row.step.startsWith("left_out_") && row.people !== null);
  const most = out.toSorted((a, b) => b.people! - a.people!)[0];
  const why =
    most && most.people! > 0
      ? ` De fleste af dem, der ikke er med (${count(most.people)}), ${reasons[most.step] ?? "er udeladt"}.`
      : "";
  return `Af ${count(seen)} personer, der blev set på et hospital med en rygdiagnose i ${period}, er ${count(included)} (${percent((100 * included) / seen)}) nye patienter i databasen.${why}`;
}

const reasons: Record<string, string> = {
  left_out_prevalent: "havde også været set i årene før",
  left_out_minor: "er for unge",
  left_out_unknown_age: "har ukendt alder"
};

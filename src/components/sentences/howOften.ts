import type {MirrorShare} from "../rows/mirrorRows.js";
import {ruleSentence} from "../rows/ruleRows.js";
import {withRange} from "./withInterval.js";

type Answer = Parameters<typeof ruleSentence>[0][number];

/**
 * How often something happens: of each measure of the audit the professions between which the others lie, of each of
 * the registers' the country.
 * @param answers with who they are of, as within a sentence
 * @param country the id of the area that is the whole
 */
export function howOften(answers: readonly Answer[], found: readonly MirrorShare[], country: string): string {
  const audit = [...new Set(answers.map(({label}) => label))].map((label) => {
    const own = answers.filter((row) => row.label === label);
    return own.some(({percent}) => percent !== null) ? ruleSentence(own) : `»${label}«: kan ikke vises.`;
  });
  const registers = found
    .filter(({area}) => area === country)
    .map((row) => `»${row.label}«: ${withRange(row)} i hele landet.`);
  return [
    ...(audit.length > 0 ? [`I auditten: ${audit.join(" ")}`] : []),
    ...(registers.length > 0 ? [`I registrene: ${registers.join(" ")}`] : [])
  ].join(" ");
}

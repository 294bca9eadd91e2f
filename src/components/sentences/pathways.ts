import {sum} from "d3-array";
import type {SequenceRow} from "../charts/sequenceStrips.js";
import {count, percent} from "../words/format.js";
import {sequenceText} from "../../domain/pathways.js";
import {anyShare, noneAbove, noneOutside} from "../rows/range.js";
import {withInterval} from "./withInterval.js";

/**
 * The commonest sequence, and the share of patients that all sequences shown have together.
 * @param rows the most frequent first
 */
export function commonestPathways(rows: readonly SequenceRow[]): string {
  const [first] = rows;
  if (!first || first.patients === null) return "Hvor mange der har det hyppigste forløb, er skjult.";
  const shown = rows.filter((row) => row.patients !== null);
  const isProven = noneAbove(rows, "patients", first.patients);
  const alone = first.sequence.includes(" ") ? "" : " og intet mere";
  return (
    `Hyppigst ${isProven ? "" : "blandt de viste "}er ${sequenceText(first.sequence)}${alone}: ${count(first.patients)} patienter (${percent(first.percent, first.percent !== null && first.percent < 1 ? 2 : 1)}). ` +
    `De ${count(shown.length)} viste forløb har tilsammen ${percent(sum(shown, (row) => row.percent!))} af alle patienter.`
  );
}

/** The share of patients with each verdict of a rule. */
export interface RuleCheck {
  /** The rule in few words. */
  label: string;
  verdict: string;
  percent: number | null;
  low: number | null;
  high: number | null;
  total: number | null;
}

/** The rule that most depart from, with its interval. */
export function mostDeparted(rows: readonly RuleCheck[]): string {
  const departing = rows
    .filter(({verdict, percent: share}) => verdict === "departs" && share !== null)
    .toSorted((a, b) => b.percent! - a.percent!);
  const [most] = departing;
  const least = departing.at(-1);
  if (!most || !least) return "Hvor mange der følger reglerne, er skjult.";
  const range = {least: least.percent!, most: most.percent!};
  const isProven = noneOutside(
    rows.filter(({verdict}) => verdict === "departs"),
    "percent",
    range,
    anyShare
  );
  const ends = departing.length > 1 ? `, færrest fra »${least.label}«: ${withInterval(least)}` : "";
  return `${isProven ? "" : "Blandt de viste regler: "}Flest afviger fra »${most.label}«: ${withInterval(most)}${ends}. Registrene ser ikke, om der var gode grunde.`;
}

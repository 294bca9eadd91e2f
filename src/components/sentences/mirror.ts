import {widened, widening} from "../../statistics/simultaneous.js";
import type {AnswerRow} from "../charts/answerRow.js";
import {comparisonsBetween, isSure, largestBetween, type Difference, type Estimate} from "../rows/largestDifference.js";
import {anyShare, possible, rangeInWords} from "../rows/range.js";
import {percent} from "../words/format.js";
import type {EarlierRow, MirrorShare} from "../rows/mirrorRows.js";
import {estimates, whoIn, type ComparedProfession} from "./comparisons.js";
import {differenceInWords, sizeInWords} from "./difference.js";
import {withInterval} from "./withInterval.js";

/** The shares of one source that are compared with each other. */
interface Source<Share> {
  /** The source, as it begins a sentence. */
  where: string;
  /** Who are compared, in the genitive too: `faggrupperne`. */
  who: string;
  rows: readonly Share[];
  groupOf: (row: Share) => string;
  estimateOf: (row: Share) => Estimate;
  /** Whose share a row is: `hos praktiserende læger`. */
  ofWhom: (row: Share) => string;
}

/**
 * Where professions part most in the audit, and where regions do in the registers, each within its own source. The
 * limits hold for the comparisons of both.
 * @param regions the regions compared, by id, as they stand in a sentence
 */
export function acrossSay(
  answers: readonly AnswerRow[],
  shares: readonly MirrorShare[],
  professions: readonly ComparedProfession[],
  regions: Record<string, string>
): string {
  const who = whoIn(professions);
  const audit: Source<AnswerRow> = {
    where: "I auditten",
    who: "faggrupperne",
    rows: answers,
    groupOf: ({answer}) => answer,
    estimateOf: estimates(professions),
    ofWhom: (row) => `hos ${who(row)}`
  };
  const registers: Source<MirrorShare> = {
    where: "I registrene",
    who: "regionerne",
    rows: shares.filter(({area}) => regions[area] !== undefined),
    groupOf: ({label}) => label,
    estimateOf: (row) => ({
      value: row.percent,
      low: row.low,
      high: row.high,
      range: possible(row, "percent", anyShare)
    }),
    ofWhom: ({area}) => `i ${regions[area]}`
  };
  return [within(audit, comparisons(registers)), within(registers, comparisons(audit))].join(" ");
}

function comparisons<Share>({rows, groupOf, estimateOf}: Source<Share>): number {
  return comparisonsBetween(rows, groupOf, estimateOf);
}

function within<Share extends AnswerRow | MirrorShare>(source: Source<Share>, besides: number): string {
  const {where, who, rows, groupOf, estimateOf, ofWhom} = source;
  const found = largestBetween(rows, groupOf, estimateOf, besides);
  if (!found) return `${where} er der ikke tal nok til at sammenligne ${who}.`;
  const {largest, surest, compared, isProven} = found;
  const {high, low} = largest;
  if (percent(high.percent) === percent(low.percent))
    return `${where} er ${who}s ${isProven ? "" : "viste "}andele de samme.`;
  const say = ({high, low}: Difference<Share>) =>
    `»${high.label}«: ${withInterval(high)} ${ofWhom(high)} mod ${withInterval(low)} ${ofWhom(low)}`;
  const second =
    surest && !isSure(largest) ? ` Sikrest er forskellen for ${say(surest)}: ${sizeInWords(surest, compared)}.` : "";
  return `${where} er ${isProven ? "forskellen" : "den viste forskel"} mellem ${who} størst for ${say(largest)}. ${differenceInWords(largest, compared)}${second}`;
}

/**
 * Then and now: which of the questions worded alike has moved most. The old numbers are printed
 * without N, so that nothing is said of chance.
 */
export function thenAndNowSay(rows: readonly EarlierRow[]): string {
  const known = rows
    .filter((row) => row.percent !== null)
    .toSorted((a, b) => Math.abs(b.percent! - b.before) - Math.abs(a.percent! - a.before));
  const [most] = known;
  if (!most)
    return rows[0]
      ? `»${rows[0].label}«: ${percent(rows[0].before, 0)} i 2011; det nye tal er ${rangeInWords(rows[0], "percent", "%") ?? "skjult"}.`
      : "Ingen af tallene fra 2011 kan sammenlignes med nye.";
  const furthest = Math.abs(most.percent! - most.before);
  const isProven = rows.every((row) => {
    const {least, most} = possible(row, "percent", anyShare) ?? {least: row.before, most: row.before};
    return Math.max(most - row.before, row.before - least) <= furthest;
  });
  const way = most.percent! > most.before ? "mere" : "mindre";
  const {low, high} = most;
  const limits =
    low === null || high === null ? undefined : widened(most.percent!, {low, high}, widening(known.length));
  const isChance = limits && limits.low <= most.before && most.before <= limits.high;
  return `Størst forskel ${isProven ? "" : "blandt de viste tal "}er der for »${most.label}«: ${percent(most.before, 0)} i 2011, nu ${withInterval(most)}, altså ${way}${isChance ? ", men det kan være tilfældigt" : ""}.`;
}

import {widened, widening} from "../../statistics/simultaneous.js";
import {residences} from "../../domain/areas.js";
import {anyShare, possible, rangeInWords} from "../rows/range.js";
import {percent} from "../words/format.js";
import type {EarlierRow, MirrorShare} from "../rows/mirrorRows.js";
import {withInterval} from "./withInterval.js";

/** The registers' side in one sentence: the first measure in the region, beside the country. */
export function registersSay(rows: readonly MirrorShare[], {region, where}: {region: string; where: string}): string {
  const first = rows[0]?.label;
  const [own, country] = [region, "country"].map((area) =>
    rows.find((row) => row.label === first && row.area === area)
  );
  if (!own) return "Registrene har ingen tal om emnet.";
  const [here, everywhere] = [own, country].map((row) => row && rangeInWords(row, "percent", "%"));
  const mod =
    country && (country.percent !== null || everywhere)
      ? `, mod ${everywhere ?? percent(country.percent)} i ${residences.country.danish}`
      : "";
  if (here) return `»${first}«: ${here} af patienterne i ${where}${mod}.`;
  if (own.percent === null) return `»${first}«: tallet for ${where} vises ikke.`;
  return `»${first}«: ${withInterval(own)} af patienterne i ${where}${mod}.`;
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

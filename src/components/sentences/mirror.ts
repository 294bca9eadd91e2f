import {residences} from "../../domain/areas.js";
import {rangeInWords} from "../rows/range.js";
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
  const way = most.percent! > most.before ? "mere" : "mindre";
  const within = most.low !== null && most.high !== null && most.low <= most.before && most.before <= most.high;
  return `Størst forskel er der for »${most.label}«: ${percent(most.before, 0)} i 2011, nu ${withInterval(most)}, altså ${way}${within ? ", men det gamle tal ligger inden for det nye interval" : ""}.`;
}

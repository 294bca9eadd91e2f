import {greatest} from "d3-array";
import {capital} from "../../domain/words.js";
import {anyShare, noneAbove, possible, sumOf, type Range} from "../rows/range.js";
import type {FlowRow} from "../charts/flowLayout.js";
import {count, percent, percentRange} from "../words/format.js";
import type {EndedRow} from "../charts/endedShares.js";
import {besideEachOther} from "../rows/standsOut.js";
import {differenceInWords} from "./difference.js";
import {differenceOf, largestBetween} from "../rows/largestDifference.js";
import {withInterval} from "./withInterval.js";

/**
 * Of `all` how many end after the first contact, how many come to the last, and the commonest way on from the first.
 */
export function flow(rows: readonly FlowRow[], specialties: Record<string, string>, all: number | null): string {
  const shown = rows.filter((row) => row.from_specialty);
  const first = shown.filter((row) => row.contact_no === 1);
  if (all === null) return "Hvor mange patienter forløbet begynder med, er skjult.";
  if (all === 0) return "Ingen patienter ses her første gang.";
  const ended = sumOf(
    first.filter((row) => row.to_specialty === "ended"),
    "patients"
  );
  const last = Math.max(...shown.map((row) => row.contact_no)) + 1;
  const reached = sumOf(
    shown.filter((row) => row.contact_no === last - 1 && row.to_specialty !== "ended"),
    "patients"
  );
  const of = (patients: number) => `${count(patients)} (${percent((100 * patients) / all)})`;
  const between = ({least, most}: Range) =>
    least === most
      ? of(least)
      : `mellem ${count(least)} og ${count(most)} (${percentRange((100 * least) / all, Math.min(100, (100 * most) / all))})`;
  const onward = first.filter((row) => row.to_specialty !== "ended");
  const most = greatest(
    onward.filter((row) => row.patients !== null),
    (row) => row.patients!
  );
  const isProven = noneAbove(onward, "patients", most?.patients ?? 0);
  const word = (id: string) => (specialties[id] ?? id).toLocaleLowerCase("da");
  return [
    ended.most === Infinity
      ? `Forløbet begynder med ${count(all)} patienter.`
      : `Af ${count(all)} patienter havde ${between(ended)} kun én kontakt inden for et år.`,
    reached.most === Infinity ? "" : capital(`${between(reached)} nåede mindst ${count(last)} kontakter.`),
    most
      ? `Den hyppigste ${isProven ? "" : "viste "}vej videre fra første kontakt er fra ${word(most.from_specialty)} til ${word(most.to_specialty)}: ${of(most.patients!)}.`
      : ""
  ]
    .filter(Boolean)
    .join(" ");
}

/** Which start most often is the only contact, and which most seldom. */
export function ended(rows: readonly EndedRow[], specialties: Record<string, string>): string {
  const first = rows.filter((row) => row.contact_no === 1);
  const all = first.find((row) => row.start_specialty === "all" && row.percent !== null);
  const start = all ? `Efter første kontakt stopper ${withInterval(all)} af alle.` : "";
  const found = largestBetween(
    first.filter((row) => row.start_specialty !== "all"),
    () => "",
    (row) => ({...row, value: row.percent, range: possible(row, "percent", anyShare)})
  );
  if (!found) return start || "Der er ikke nok tal til at vise, hvor mange der stopper.";
  const {largest, compared, isProven} = found;
  const word = ({start_specialty: id}: EndedRow) => (specialties[id] ?? id).toLocaleLowerCase("da");
  const {high, low} = largest;
  return `${start} ${isProven ? "Flest" : "Af de viste"} gør ${isProven ? "" : "flest "}det, når første kontakt er ${word(high)}: ${withInterval(high)}, færrest ved ${word(low)}: ${withInterval(low)}. ${differenceInWords(largest, compared)}`.trim();
}

/**
 * How many have no more than their first contact in a region, beside the rest of the country.
 * @param where the region in a sentence: `i Region Sjælland`
 */
export function endedThere(rows: readonly EndedRow[], region: string, where: string): string {
  const [there, all] = [region, "all"].map((id) =>
    rows.find((row) => row.start_specialty === id && row.contact_no === 1 && row.percent !== null)
  );
  if (!all) return "Der er ikke nok tal til at vise, hvor mange der stopper.";
  if (!there) return `Efter første kontakt stopper ${withInterval(all)} i hele landet; hvor mange ${where}, er skjult.`;
  const shares = besideEachOther(there, all);
  const beside = shares
    ? ` mod ${percent(shares[1].value)} i resten af landet. ${differenceInWords(differenceOf(...shares, (share) => share))}`
    : ` mod ${withInterval(all)} i hele landet.`;
  return `Efter første kontakt stopper ${withInterval(there)} ${where}${beside}`;
}

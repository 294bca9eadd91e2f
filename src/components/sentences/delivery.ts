import {sum} from "d3-array";
import type {SiteFacts} from "../../../data-loaders/facts/siteFacts.js";
import {count, percent} from "../words/format.js";
import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import {dataText} from "../data/citation.js";

/** What became of the rows of the delivery: how many were read, kept and rejected. */
export function delivery(files: SiteFacts["files"]): string {
  const read = sum(files, (file) => file.read);
  const rejected = sum(files, (file) => file.rejected);
  const from = `${count(files.length)} ${files.length === 1 ? "fil" : "filer"}`;
  if (read === 0) return `Der er ingen rækker i ${from}.`;
  if (rejected === 0) return `Alle ${count(read)} rækker i ${from} er læst og beholdt; ingen er afvist.`;
  return `Af ${count(read)} rækker i ${from} er ${count(sum(files, (file) => file.kept))} beholdt og ${count(rejected)} afvist (${rejectedShare(read, rejected)}).`;
}

/** Which rule was broken most often. A row that broke two rules counts in both, so the rules cannot be summed. */
export function mostBroken(rejects: SiteFacts["rejects"]): string {
  const broken = rejects.filter(({rows}) => rows > 0).toSorted((a, b) => b.rows - a.rows);
  const [first] = broken;
  if (!first) return "Ingen række brød en regel.";
  const most = `»${first.label}« (${count(first.rows)} ${first.rows === 1 ? "række" : "rækker"})`;
  if (broken.length === 1) return `Kun én regel blev brudt: ${most}.`;
  return `${count(broken.length)} regler blev brudt, oftest ${most}. En række, der brød flere regler, tæller med i dem alle.`;
}

/** Why professions cannot be compared within regions, as the last sentence of a note; nothing where they can. */
export function withoutRegions({
  regions,
  hasRegions,
  disclosure
}: Pick<SiteFacts, "regions" | "hasRegions" | "disclosure">): string {
  if (regions.length > 0) return "";
  if (!hasRegions)
    return " Audittens udtræk siger ikke, i hvilken region deltagerne arbejder, så faggrupperne kan kun sammenlignes samlet.";
  return disclosure?.rules.participants === "hidden"
    ? " Runden blev udgivet, før auditten blev delt op efter deltagernes region."
    : " Auditten deles ikke op efter deltagernes region, så længe deltagerne vises enkeltvis.";
}

/**
 * Why a page that divides its registrations another way does not offer the participants' region too; nothing where no
 * page can.
 * @param divided what it divides by, such as `alder og køn`
 */
export function undividedByRegion({regions}: Pick<SiteFacts, "regions">, divided: string): string {
  return regions.length > 0
    ? ` Deltagernes region kan ikke vælges her: delt efter både region og ${divided} er registreringerne for få.`
    : "";
}

/** A share too small for its decimals is not written as zero. */
function rejectedShare(read: number, rejected: number): string {
  const share = (100 * rejected) / read;
  return share < 0.05 ? `under ${percent(0.1)}` : percent(share);
}

/** What became of the rows of the registers: how many were read, kept, left out and rejected. */
export function registerDelivery({read, synthetic, date}: Pick<RegisterFacts, "read" | "synthetic" | "date">): string {
  const total = (field: "files" | "read" | "kept" | "leftOut" | "rejected") => count(sum(read, (kind) => kind[field]));
  return (
    `Registrene er ${dataText({synthetic, date})}: af ${total("read")} rækker i ${total("files")} filer er ${total("kept")} beholdt, ` +
    `${total("leftOut")} udeladt og ${total("rejected")} afvist.`
  );
}

/** Whether registers are missing. */
export function notDelivered(missing: RegisterFacts["missing"]): string {
  if (missing.length === 0) return "Alle registre er leveret.";
  return missing.length === 1 ? "Ét register er ikke leveret:" : `${count(missing.length)} registre er ikke leveret:`;
}

/** How well the registers meet: which column is known least. */
export function registersMeet(meetings: RegisterFacts["meetings"]): string {
  const keys = meetings.filter(({what, percent: share}) => what === "keys" && share !== null);
  const [least] = keys.toSorted((a, b) => a.percent! - b.percent!);
  if (!least) return "Ingen registre er holdt op imod hinanden.";
  return `Færrest nøgler kendes fra ${least.label} i ${least.other}: ${percent(least.percent!)}.`;
}

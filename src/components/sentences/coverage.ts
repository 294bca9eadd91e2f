import type {AuditCoverage, CoveredProfession} from "../../../data-loaders/facts/auditCoverage.js";
import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import type {KnownContacts} from "../rows/knownContacts.js";
import {contactKnowledge} from "../../domain/registers.js";
import {capital} from "../../domain/words.js";
import {count, percent} from "../words/format.js";

const itemsInText = Object.fromEntries(Object.entries(contactKnowledge).map(([item, {danish}]) => [item, danish]));
const inSeries = new Intl.ListFormat("da-DK");

/** Who a profession's participants are a part of: all in the region where that is known, else those invited. */
export function wholeOf({inRegion, invited}: CoveredProfession): {people: number; among: "region" | "invited"} | null {
  if (inRegion !== null && inRegion > 0) return {people: inRegion, among: "region"};
  return invited !== null && invited > 0 ? {people: invited, among: "invited"} : null;
}

/** Those who took part, in percent of all who could have; null where that is not known. */
export function takenPart(profession: CoveredProfession): number | null {
  const whole = wholeOf(profession);
  return whole && (100 * profession.participants) / whole.people;
}

/**
 * How many took part, of how many, and which professions rest on few; that it is not known, where nobody has said it.
 * @param nameOf the profession within a sentence
 */
export function auditCoverage({professions, least}: AuditCoverage, nameOf: (id: string) => string): string {
  const part = (among: "region" | "invited" | undefined) =>
    professions.filter((profession) => wholeOf(profession)?.among === among);
  const listed = (of: CoveredProfession[]) =>
    inSeries.format(
      of.map((one) => `${nameOf(one.profession)} (${count(one.participants)} af ${count(wholeOf(one)!.people)})`)
    );
  const [region, invited, unknown] = [part("region"), part("invited"), part(undefined)];
  const names = (of: CoveredProfession[]) => inSeries.format(of.map(({profession}) => nameOf(profession)));
  if (region.length + invited.length === 0)
    return "Dækningen er ikke kendt: det er ikke oplyst, hvor mange der kunne have deltaget i auditten.";
  const few = professions.filter((one) => (takenPart(one) ?? 100) < least);
  return [
    region.length > 0 ? `Af alle i regionen deltog ${listed(region)}.` : "",
    invited.length > 0 ? `Af de inviterede deltog ${listed(invited)}.` : "",
    unknown.length > 0 ? `Dækningen er ikke kendt for ${names(unknown)}.` : "",
    few.length > 0 ? `Under ${percent(least, 0)} deltog af ${names(few)}, så deres resultater hviler på få.` : ""
  ]
    .filter(Boolean)
    .join(" ");
}

/** Of how many back contacts residence and department are known; that it is not known, where nothing is published. */
export function registerCoverage({least, known}: RegisterFacts["coverage"]): string {
  const shares = Object.entries(itemsInText).flatMap(([item, name]) => {
    const share = known[item] ?? null;
    return share === null ? [] : [{name, share}];
  });
  if (shares.length === 0)
    return "Registrenes dækning er ikke kendt: det er ikke offentliggjort, hvor mange kontakter bopæl og afdeling kendes for.";
  const few = shares.filter(({share}) => share < least);
  const list = shares.map(({name, share}) => `${name} for ${percent(share)}`);
  return [
    `Af kontakterne med en rygdiagnose kender registrene ${inSeries.format(list)}.`,
    few.length > 0
      ? `${capital(inSeries.format(few.map(({name}) => name)))} kendes for under ${percent(least, 0)}, så tal delt efter ${few.length > 1 ? "dem" : "det"} hviler på få.`
      : ""
  ]
    .filter(Boolean)
    .join(" ");
}

/** In which of a period's months least is known of the country's contacts, of those that are shown. */
export function knownContacts(rows: readonly KnownContacts[]): string {
  const parts = Object.entries(itemsInText).flatMap(([item, name]) => {
    const [least] = rows
      .filter((row) => row.item === item && row.percent !== null)
      .toSorted((a, b) => a.percent! - b.percent!);
    return least ? [`${name} kendes for ${percent(least.percent)} af kontakterne i ${least.month}`] : [];
  });
  return parts.length === 0
    ? "Ingen måneds dækning er vist for hele landet."
    : `${capital(inSeries.format(parts))}: det er det mindste i de måneder, der er vist for hele landet.`;
}

/** How many contacts the shown months of the country have. */
export function contactTotal(rows: readonly KnownContacts[]): string {
  const totals = new Map(rows.flatMap(({month, total}) => (total === null ? [] : [[month, total] as const])));
  if (totals.size === 0) return "N er ikke vist";
  const all = [...totals.values()].reduce((sum, total) => sum + total, 0);
  return `N\u00A0=\u00A0${count(all)} kontakter i ${count(totals.size)} viste ${totals.size === 1 ? "måned" : "måneder"}`;
}

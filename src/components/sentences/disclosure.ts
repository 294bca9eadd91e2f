import type {DisclosureReport} from "../../../data-loaders/disclosure/protectTables.js";
import type {DisclosureRules} from "../../../data-loaders/ground/rules.js";
import type {DisclosureRow} from "../tables/disclosureTable.js";
import {count, percent} from "../words/format.js";

/** What is hidden for its own sake. */
export function rulesInWords({threshold, smallestDenominator, smallestMean, protectMissing}: DisclosureRules): string {
  const missing = protectMissing ? " Det gælder også, hvor mange skemaer der ikke er udfyldt." : "";
  return (
    `Antal fra 1 til ${threshold - 1} er skjult, og det samme er et antal, der lader 1 til ${threshold - 1} tilbage af helheden. ` +
    `En andel af færre end ${smallestDenominator} er skjult, og i auditten et gennemsnit af færre end ${smallestMean}.${missing}`
  );
}

/** How much is hidden, of all rows that count somebody. */
export function hiddenShare(rows: readonly DisclosureRow[]): string {
  const sum = (of: (row: DisclosureRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const hidden = sum(({few, rest, base, protects}) => few + rest + base + protects);
  const all = hidden + sum(({shown, none}) => shown + none);
  if (hidden === 0) return `Ingen af tabellernes ${count(all)} rækker er skjult.`;
  return `Af tabellernes ${count(all)} rækker er ${count(hidden)} skjult (${percent((100 * hidden) / all)}), heraf ${count(sum(({protects}) => protects))} kun for at beskytte andre.`;
}

/** What the attacker came to: nothing, or there would be no site. */
export function attackerResult(reports: readonly DisclosureReport[]): string {
  const sum = (field: "cells" | "sums" | "needs") => count(reports.reduce((all, report) => all + report[field], 0));
  const largest = count(Math.max(...reports.map(({largestPart}) => largestPart)));
  return (
    `Angrebet på denne udgave kendte ${sum("cells")} tal og ${sum("sums")} summer mellem dem. Ingen af de ${sum("needs")} små tal kunne regnes ud. ` +
    `Det største stykke, der hang sammen, havde ${largest} ukendte tal.`
  );
}

import type {DisclosureReport} from "../../../data-loaders/disclosure/protectTables.js";
import type {ReleasedTime, Written} from "../../../data-loaders/disclosure/writeTables.js";
import type {DisclosureRow} from "../tables/disclosureTable.js";
import {capital} from "../../domain/words.js";
import {count, percent} from "../words/format.js";

/** What is hidden for its own sake, in the audit and in registers where their rules differ. */
export function rulesInWords(audit: Protection, registers: Protection = audit): string {
  const [ofAudit, ofRegisters] = [audit, registers].map(countsInWords);
  const counts = ofAudit === ofRegisters ? ofAudit : `Auditten: ${ofAudit} Registrene: ${ofRegisters}`;
  const missing = audit.rules.protectMissing
    ? " Også hvor mange skemaer der ikke er udfyldt, er skjult, når det er få."
    : "";
  return `${counts} I auditten er et gennemsnit af færre end ${audit.rules.smallestMean} skjult.${missing}`;
}

/** By which rules something is protected, and what of it everybody knows. */
type Protection = Pick<NonNullable<Written["disclosure"]>, "rules" | "notAsPrinted">;

function countsInWords({rules, notAsPrinted}: Protection): string {
  const {threshold, smallestDenominator} = rules;
  const few = threshold > 2 ? `1 til ${threshold - 1}` : "1";
  const counts =
    threshold > 1
      ? `Antal${threshold > 2 ? " fra" : "let"} ${few} er skjult, og det samme er et antal, der lader ${few} tilbage af helheden.`
      : "Intet antal er skjult, fordi det er lille.";
  const printed = notAsPrinted ? " Hvad der er trykt i rapporten eller følger af det, er vist." : "";
  return `${counts} En andel af færre end ${Math.max(threshold, smallestDenominator)} er skjult.${printed}`;
}

/** Of which data the printed figures are, and how many of those are other numbers than the computed ones. */
export function printedInWords(audit: Protection, registers: Protection): string {
  const known = [
    {name: "auditten", differing: audit.notAsPrinted},
    {name: "registrene", differing: registers.notAsPrinted}
  ].flatMap(({name, differing}) => (differing ? [{name, n: differing.length}] : []));
  if (known.length === 0) return "Her er intet trykt tal af de viste data, så intet er taget som kendt.";
  const others = known.reduce((sum, {n}) => sum + n, 0);
  const differ = others > 0 ? ` ${count(others)} trykte tal er andre end de beregnede; af dem er intet sluttet.` : "";
  return `Her er de trykte tal om ${known.map(({name}) => name).join(" og ")} kendt.${differ}`;
}

/** How much is hidden, of all rows that count somebody. */
export function hiddenShare(rows: readonly DisclosureRow[]): string {
  const sum = (of: (row: DisclosureRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const hidden = sum(({few, rest, base, protects}) => few + rest + base + protects);
  const all = hidden + sum(({shown, none}) => shown + none);
  if (hidden === 0) return `Ingen af tabellernes ${count(all)} rækker er skjult.`;
  return `Af tabellernes ${count(all)} rækker er ${count(hidden)} skjult (${percent((100 * hidden) / all)}), heraf ${count(sum(({protects}) => protects))} kun for at beskytte andre.`;
}

/** Which periods and rounds stand as they were released before. */
export function releasedInWords(released: readonly ReleasedTime[]): string {
  return released.length === 0
    ? "Intet på denne udgave er overført fra en tidligere: alle tal er regnet af de udtræk, der ligger nu."
    : released.map(({time, release}) => `${capital(time)} står, som i udgivelsen ${release}.`).join(" ");
}

/** What the attacker came to: nothing, or there would be no site. */
export function attackerResult(reports: readonly DisclosureReport[]): string {
  if (reports.every(({cells}) => cells === 0)) return "Denne udgave har ingen tal, som ikke er udgivet før.";
  const sum = (field: "cells" | "sums" | "needs") => count(reports.reduce((all, report) => all + report[field], 0));
  const largest = count(Math.max(...reports.map(({largestPart}) => largestPart)));
  return (
    `Angrebet på denne udgave kendte ${sum("cells")} tal og ${sum("sums")} summer mellem dem. Ingen af de ${sum("needs")} små tal kunne regnes ud. ` +
    `Det største stykke, der hang sammen, havde ${largest} ukendte tal.`
  );
}

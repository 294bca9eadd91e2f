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

/** What is hidden because few participants are behind it, if anything is. */
export function participantRulesInWords({
  smallestParticipants,
  largestShare,
  interval,
  participants
}: DisclosureRules): string {
  const rules = [
    ...(smallestParticipants > 1 ? [`færre end ${smallestParticipants} deltagere har registreret det`] : []),
    ...(largestShare < 100 ? [`én deltager har registreret mere end ${percent(largestShare, 0)} af det`] : [])
  ];
  if (rules.length === 0) {
    return (
      "På dette websted er ingen tal i auditten skjult, fordi få deltagere står bag, eller fordi det meste kommer fra én. Sådan en regel er lavet for tal, " +
      `hvor man ved, hvem der har meldt ind. Her ved læseren ikke, hvem en deltager er${participants === "hidden" ? "" : ", og den enkelte deltagers andele står i variationsdiagrammerne"}. ` +
      "Den dataansvarlige kan slå reglen til."
    );
  }
  return (
    `Et antal i auditten er også skjult, når ${rules.join(", eller når ")}. Det, der kan regnes ud om sådan et tal, må ikke være snævrere end ` +
    `${interval.to - interval.from + 1} hele tal i træk${largestShare < 100 ? ", og spændet skal være så bredt, at det ikke røber den ene deltagers bidrag" : ""}. ` +
    "I registrene gælder reglen ikke: der er patienterne de eneste, som et tal handler om."
  );
}

/** How much is hidden, of all rows that count somebody. */
export function hiddenShare(rows: readonly DisclosureRow[]): string {
  const sum = (of: (row: DisclosureRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const hidden = sum(
    ({few, base, participants, dominated, protects}) => few + base + participants + dominated + protects
  );
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

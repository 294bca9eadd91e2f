import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import {element} from "../dom/dom.js";
import {percent} from "../words/format.js";
import type {Span, Window} from "../../../data-loaders/indicators/definition/indicator.js";

export type IndicatorFacts = RegisterFacts["indicators"][number];

const directions = {
  high: "Høj andel er bedst",
  low: "Lav andel er bedst",
  none: "Hverken høj eller lav andel er bedst i sig selv"
};

const registerNames: Record<IndicatorFacts["registers"][number], string> = {
  lpr_contacts: "Landspatientregisteret: kontakter",
  lpr_surgical_procedures: "Landspatientregisteret: operationer",
  lpr_other_procedures: "Landspatientregisteret: andre procedurer",
  lmdb: "Lægemiddelstatistikregisteret",
  sssy: "Sygesikringsregisteret",
  dream: "DREAM"
};

/** An indicator's definition, generated from its file: who counts, how, when, against what, and from where. */
export function indicatorDefinition(indicator: IndicatorFacts): HTMLElement {
  const {windows, target} = indicator;
  const facts: [string, string | undefined][] = [
    ["Hvem tæller med", indicator.population],
    ["Tæller", indicator.numerator],
    ["Nævner", indicator.denominator],
    ["Vindue for nævneren", windows.denominator && windowText(windows.denominator)],
    ["Vindue for tælleren", windowText(windows.numerator)],
    ["Følges til", windows.followUp && spanText(windows.followUp)],
    ["Retning", directions[indicator.direction]],
    ["Mål", target ? `${percent(target.percent)} (${target.source})` : "Der er ikke offentliggjort et mål i tal"],
    ["Registre", indicator.registers.map((register) => registerNames[register]).join(", ")],
    ["Kilde", indicator.source],
    ["Forfatter", indicator.author],
    ["Dato", new Intl.DateTimeFormat("da-DK", {dateStyle: "long", timeZone: "UTC"}).format(new Date(indicator.date))],
    [
      "Status",
      indicator.status === "published"
        ? "Definitionen er trykt i kilden"
        : "Antaget: kilden trykker ikke definitionen, og denne er et forslag"
    ]
  ];
  const known = facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
  return element(
    "div",
    {class: "definition"},
    element("dl", {}, ...known.flatMap(([term, text]) => [element("dt", {}, term), element("dd", {}, text)])),
    element("p", {}, element("strong", {}, "Skal bekræftes"), " af dem, der ejer data, for kilden siger det ikke:"),
    element("ul", {}, ...indicator.assumptions.map((text) => element("li", {}, text)))
  );
}

const units = {days: ["dag", "dage"], months: ["måned", "måneder"], years: ["år", "år"]} as const;

/** A distance from the first contact in words: `3 måneder før`, `180 dage efter`, `dagen for kontakten`. */
export function spanText(span: Span): string {
  const [[unit, number]] = Object.entries(span) as [[keyof typeof units, number]];
  if (number === 0) return "dagen for kontakten";
  const size = Math.abs(number);
  return `${size}\u00A0${units[unit][size === 1 ? 0 : 1]} ${number < 0 ? "før" : "efter"}`;
}

/** A window around the first contact: `fra 90 dage efter til 180 dage efter`. */
export function windowText({from, to}: Window): string {
  const [start, end] = [spanText(from), spanText(to)];
  return start === end ? start : `fra ${start} til ${end}`;
}

import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import {directions} from "../../domain/direction.js";
import {dayOf, isOverdue} from "../../domain/review.js";
import {element} from "../dom/dom.js";
import {longDay, percent} from "../words/format.js";
import {spanText, windowText} from "../../domain/spans.js";

export type IndicatorFacts = RegisterFacts["indicators"][number];

const registerNames: Record<IndicatorFacts["registers"][number], string> = {
  lpr_contacts: "Landspatientregisteret: kontakter",
  lpr_surgical_procedures: "Landspatientregisteret: operationer",
  lpr_other_procedures: "Landspatientregisteret: andre procedurer",
  lmdb: "Lægemiddelstatistikregisteret",
  sssy: "Sygesikringsregisteret",
  dream: "DREAM"
};

/**
 * An indicator's definition, generated from its file: who counts, how, when, against what, from where, and who checked
 * it. Past its review date on the day it is shown, it says so first.
 */
export function indicatorDefinition(indicator: IndicatorFacts, today = dayOf(new Date())): HTMLElement {
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
    ["Kontrolleret af", indicator.checkedBy],
    ["Dato", longDay(indicator.date)],
    ["Næste gennemgang", `Senest ${longDay(indicator.nextReview)}`],
    ["Ændringer", indicator.changes.map(({date, what}) => `${longDay(date)}: ${what}`).join(" ")],
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
    ...(isOverdue(indicator, today) ? [overdue(indicator)] : []),
    element("dl", {}, ...known.flatMap(([term, text]) => [element("dt", {}, term), element("dd", {}, text)])),
    element("p", {}, element("strong", {}, "Skal bekræftes"), " af dem, der ejer data, for kilden siger det ikke:"),
    element("ul", {}, ...indicator.assumptions.map((text) => element("li", {}, text)))
  );
}

function overdue({nextReview}: IndicatorFacts): HTMLElement {
  return element(
    "p",
    {class: "overdue"},
    element("strong", {}, "Definitionen er ikke gennemgået til tiden."),
    ` Det skulle være sket senest ${longDay(nextReview)}; indtil det sker, gælder den, som den står.`
  );
}

import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import {areaName, type Area} from "../../src/domain/areas.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import {capital} from "../../src/domain/words.js";
import {dataText} from "../../src/components/data/citation.js";
import {rulesInWords} from "../../src/components/sentences/disclosure.js";

/** What stands on the front of a report. */
export interface Cover {
  title: string;
  /** What it is about: `Læsø Kommune`. */
  subject: string;
  synthetic: boolean;
  /** Terms, and what is said of them. */
  facts: [term: string, said: string][];
}

/** The front of the audit report. */
export function auditCover(site: SiteFacts, day: Date): Cover {
  const {codebook, rounds} = site;
  return {
    title: "Auditrapport",
    subject: codebook.title,
    synthetic: site.synthetic,
    facts: [["Runder", rounds.join(", ")], ...facts(site, day)]
  };
}

/** The front of the register report on an area. */
export function registerCover(registers: RegisterFacts, area: Area, day: Date): Cover {
  const periods = registers.periods.map(({id}) => id);
  return {
    title: "Registerrapport",
    subject: `Rygpatienter, ${areaName(area)}`,
    synthetic: registers.synthetic,
    facts: [
      ["Periode", `${periods.at(-1)}${periods.length > 1 ? `, med udviklingen siden ${periods[0]}` : ""}`],
      ...facts(registers, day)
    ]
  };
}

function facts(
  {synthetic, date, seal, disclosure}: Pick<SiteFacts, "synthetic" | "date" | "seal" | "disclosure">,
  day: Date
): [string, string][] {
  const printed = new Intl.DateTimeFormat("da-DK", {dateStyle: "long"}).format(day);
  return [
    [
      "Data",
      `${capital(dataText({synthetic, date}))}.${synthetic ? " Intet tal handler om en virkelig patient." : ""}`
    ],
    ["Segl", seal.slice(0, 12)],
    ...(disclosure
      ? [
          [
            "Beskyttelse",
            `${rulesInWords(disclosure)} Andre tal er skjult, hvor de ville røbe et af dem. De står som »skjult«.`
          ] as [string, string]
        ]
      : []),
    ["Udskrevet", printed]
  ];
}

import {comparedShares} from "../charts/comparedShares.js";
import {partsOfAll} from "../charts/partsOfAll.js";
import {spreadOfShares} from "../charts/spreadOfShares.js";
import type {Column, Row} from "../rows/column.js";
import {count, percent} from "../words/format.js";
import type {Evidence, Finding} from "./finding.js";

const share = (field: string, label: string): Column => ({
  field,
  label,
  unit: "%",
  format: (value) => percent(value as number)
});

/** A finding's chart at a width. */
export function drawEvidence({evidence, title, sentence}: Finding, othersText: string) {
  return (width: number): SVGSVGElement => {
    const options = {width, title, description: sentence, othersText};
    if (evidence.type === "compared") return comparedShares(evidence.rows, {...options, others: evidence.others ?? []});
    return evidence.type === "parts" ? partsOfAll(evidence.parts, options) : spreadOfShares(evidence, options);
  };
}

/** The numbers behind a finding's chart, for its table and its file. */
export function evidenceTable(evidence: Evidence): {rows: Row[]; columns: Column[]} {
  if (evidence.type === "compared")
    return {
      rows: evidence.rows.map((row) => ({...row, status: "shown"})),
      columns: [
        {field: "name", label: "Hvem"},
        share("percent", "Andel"),
        share("low", "95 %-interval, nedre"),
        share("high", "95 %-interval, øvre")
      ]
    };
  if (evidence.type === "parts")
    return {
      rows: evidence.parts.map(({name, percent: value}) => ({name, percent: value, status: "shown"})),
      columns: [{field: "name", label: "Del"}, share("percent", "Andel")]
    };
  const {low, middle, high} = evidence;
  return {
    rows: [{low, middle, high, status: "shown"}],
    columns: [
      share("low", "En ud af ti deltagere ligger skønsmæssigt under"),
      share("middle", "Alle"),
      share("high", "En ud af ti deltagere ligger skønsmæssigt over")
    ]
  };
}

/** What the shares are of, and of how many. */
export function evidenceBase({evidence, total, unit}: Finding): string {
  return `Procent: ${evidence.of}. N = ${count(total)} ${unit}`;
}

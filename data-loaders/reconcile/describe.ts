import {rollup} from "d3-array";
import {isUnexplained, type Finding, type SourceFindings, type Verdict} from "./finding.js";
import {danish} from "../printed/printedNumber.js";

const words: Record<Verdict, string> = {
  equal: "ens",
  explained: "forklaret",
  different: "FORSKEL",
  not_printed: "ikke trykt",
  met: "opfyldt",
  not_met: "IKKE OPFYLDT",
  not_about: "intet at beregne"
};

/** How many findings of a file have each verdict, in a fixed order. */
export function verdictCounts(findings: Finding[]): Partial<Record<Verdict, number>> {
  const counts = rollup(
    findings,
    (members) => members.length,
    (f) => f.verdict
  );
  return Object.fromEntries(
    (Object.keys(words) as Verdict[]).filter((v) => counts.has(v)).map((v) => [v, counts.get(v)!])
  );
}

/**
 * Every printed figure beside the one computed, then a line per file, what differs and why,
 * and the verdict on the whole.
 */
export function describeSources(sources: SourceFindings[]): string[] {
  const all = sources.flatMap((s) => s.findings);
  const notEqual = all.filter((f) => f.verdict === "explained" || f.verdict === "different" || f.verdict === "not_met");
  const explained = all.filter((f) => f.inconsistency !== undefined).length;
  const unexplained = all.filter(isUnexplained).length;
  return [
    ...sources.flatMap((s) => [
      "",
      `${s.source} · ${s.title}`,
      ...s.findings.flatMap(s.kind === "figures" ? figureLine : claimLines)
    ]),
    "",
    "Sammenfatning",
    ...sources.map((s) => `  ${s.source}: ${countsInWords(s.findings)}`),
    ...(notEqual.length > 0 ? ["", "Afvigelser"] : []),
    ...notEqual.flatMap((f) => [
      `  ${f.where}`,
      `    trykt: ${f.printed} | beregnet: ${f.computed}`,
      `    ${reason(f)}`
    ]),
    "",
    `${danish(all.length)} trykte tal og udsagn, ${danish(explained)} afvigelser forklaret, ${danish(unexplained)} uforklaret.`
  ];
}

function figureLine(f: Finding): string[] {
  const beside = `trykt ${f.printed.padStart(7)}  beregnet ${f.computed.padStart(7)}`;
  const note = f.inconsistency ?? f.measured;
  return [`  ${words[f.verdict].padEnd(10)}  ${beside}  ${f.where}${note ? ` (${note})` : ""}`];
}

function claimLines(f: Finding): string[] {
  return [
    `  ${words[f.verdict]}  ${f.where}: ${f.printed}`,
    ...(f.verdict === "not_about"
      ? [`      ${f.measured}`]
      : [`      beregnet: ${f.computed}`, `      mål: ${f.measured}`]),
    ...(f.verdict === "not_met" ? [`      ${reason(f)}`] : [])
  ];
}

function reason(f: Finding): string {
  return f.inconsistency
    ? `${f.inconsistency}: ${f.explanation}`
    : "Uforklaret: ingen kendt trykfejl giver denne afvigelse.";
}

function countsInWords(findings: Finding[]): string {
  return Object.entries(verdictCounts(findings))
    .map(([verdict, n]) => `${danish(n)} ${words[verdict as Verdict].toLowerCase()}`)
    .join(", ");
}

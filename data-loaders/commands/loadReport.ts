import {basename} from "node:path";
import {sum} from "d3-array";
import {capital} from "../../src/domain/words.js";
import type {ReleasedTime} from "../disclosure/writeTables.js";
import type {Seal} from "../engine/seal.js";
import type {LoadReport} from "../load.js";
import type {AuditReport} from "../load/loadAudit.js";
import type {RegisterReport} from "../load/loadRegisters.js";

const whole = new Intl.NumberFormat("da-DK");

/** The report `load` and `check` print: one line a file and a table. */
export function describeLoad({audit, registers, out}: LoadReport, seconds: number): string[] {
  const time = `${seconds.toLocaleString("da-DK", {maximumFractionDigits: 1})} s`;
  const reports = [audit, registers];
  const published = audit.written.length + registers.written.length;
  return [
    ...describeAudit(audit),
    ...describeRegisters(registers),
    reports.every(({fresh}) => fresh)
      ? `Intet at gøre, ${time}.`
      : published > 0
        ? `${published} tabeller skrevet til ${out} på ${time}.`
        : `Kontrolleret på ${time}; intet er skrevet.`
  ];
}

function describeAudit(report: AuditReport): string[] {
  const {files, warnings, rejects, written, released, fresh} = report;
  const about = `${dataOf(report)}, segl ${short(report.seal)}`;
  if (fresh) return [`Audit: ${about}; allerede beregnet.`];
  const total = (key: "read" | "kept" | "repeated" | "rejected") => sum(files, (f) => f[key]);
  const repeated = (n: number, before: string) => (n > 0 ? `${before}${whole.format(n)} gentaget` : "");
  return [
    `Audit: ${about}`,
    ...files.map(
      (f) =>
        `  ${f.file}: ${whole.format(f.read)} læst, ${whole.format(f.kept)} beholdt${repeated(f.repeated, ", ")}, ${whole.format(f.rejected)} afvist`
    ),
    `Rækker i alt: ${whole.format(total("read"))} læst = ${whole.format(total("kept"))} beholdt${repeated(total("repeated"), " + ")} + ${whole.format(total("rejected"))} afvist`,
    ...(total("rejected") > 0 && rejects ? [`Afviste rækker står i ${rejects}`] : []),
    ...warnings,
    ...written.map((w) => `  ${w.table}: ${whole.format(w.rows)} rækker`),
    ...released.map(standsAsReleased)
  ];
}

function describeRegisters(report: RegisterReport): string[] {
  const {files, leftOut, missing, warnings, rejects, written, released, fresh} = report;
  const about = `${dataOf(report)}, segl ${short(report.seal)}`;
  if (fresh) return [`Registre: ${about}; allerede beregnet.`];
  return [
    `Registre: ${about}`,
    ...files.map(
      (f) =>
        `  ${f.kind}/${basename(f.file)}: ${whole.format(f.read)} læst, ${whole.format(f.kept)} beholdt, ${whole.format(f.leftOut)} udeladt, ${whole.format(f.rejected)} afvist`
    ),
    ...leftOut.map((l) => `  ${l.kind}: ${whole.format(l.rows)} udeladt (${l.label})`),
    ...missing,
    ...describeMeetings(report),
    ...(sum(files, (f) => f.rejected) > 0 ? [`Afviste rækker står i ${rejects}`] : []),
    ...warnings,
    ...written.map((w) => `  ${w.table}: ${whole.format(w.rows)} rækker`),
    ...released.map(standsAsReleased)
  ];
}

function standsAsReleased({time, release}: ReleasedTime): string {
  return `  ${capital(time)} står, som i udgivelsen ${release} (released_periods: frozen)`;
}

/** How the registers meet: no line is longer than a terminal of 100 columns. */
function describeMeetings({meetings, reach}: RegisterReport): string[] {
  const column = (kind: string, name: string) => `  ${kind} ${name}`.padEnd(41);
  const met = meetings.map(({kind, column: name, other, all, known, oneIn}) => {
    const [first, ...more] = other.split(", ");
    const by = `${first}${more.length > 0 ? " m.fl." : ""}`;
    const share = all === 0 ? "" : ` (${((100 * known) / all).toLocaleString("da-DK", {maximumFractionDigits: 1})} %)`;
    return `${column(kind, name)}${by.padEnd(21)}${whole.format(known)} af ${whole.format(all)}${share}${oneIn > 1 ? " *" : ""}`;
  });
  const days = reach.map(({kind, column: name, first, last, needed_from, needed_to}) => {
    const needed = needed_from ? `kræves ${needed_from} til ${needed_to}` : "";
    return `${column(kind, name)}${first} til ${last}  ${needed}`.trimEnd();
  });
  return [
    "Hvor mange nøgler og koder kendes af andre registre og af kodelister:",
    ...met,
    ...(meetings.some(({oneIn}) => oneIn > 1) ? ["  * en del af nøglerne er holdt op imod hinanden"] : []),
    "Hvilke dage registrene har, og hvilke perioder og vinduer kræver:",
    ...days
  ];
}

function dataOf({synthetic, seal}: {synthetic: boolean; seal: Seal}): string {
  return synthetic ? "den syntetiske tvilling" : `egne udtræk af ${seal.date}`;
}

function short({hash}: Seal): string {
  return hash.slice(0, 12);
}

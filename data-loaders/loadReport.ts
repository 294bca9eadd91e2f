import {basename} from "node:path";
import {sum} from "d3-array";
import type {LoadReport} from "./load.js";
import type {RegisterReport} from "./loadRegisters.js";

const whole = new Intl.NumberFormat("da-DK");

/** The report `load` and `check` print: one line a file and a table. */
export function describeLoad(report: LoadReport, seconds: number): string[] {
  return [...(report.registers ? describeRegisters(report.registers) : []), ...describeAudit(report, seconds)];
}

function describeRegisters({files, leftOut, missing, rejects, written, out, fresh}: RegisterReport): string[] {
  if (fresh) return [`Registrenes tabeller i ${out} er allerede beregnet af disse udtræk; intet at gøre.`];
  const rejected = sum(files, (f) => f.rejected);
  return [
    "Registre: egne udtræk",
    ...files.map((f) => `  ${f.kind}/${basename(f.file)}: ${whole.format(f.read)} læst, ${whole.format(f.kept)} beholdt, ${whole.format(f.leftOut)} udeladt, ${whole.format(f.rejected)} afvist`),
    ...leftOut.map((l) => `  ${l.kind}: ${whole.format(l.rows)} udeladt (${l.label})`),
    ...missing,
    ...(rejected > 0 ? [`Afviste rækker står i ${rejects}`] : []),
    ...written.map((w) => `  ${w.table}: ${whole.format(w.rows)} rækker`),
    ...(written.length > 0 ? [`Tabellerne om registre ligger i ${out}; de offentliggøres ikke, før små tal beskyttes.`] : [])
  ];
}

function describeAudit(report: LoadReport, seconds: number): string[] {
  const about = report.synthetic ? "den syntetiske tvilling" : `egne udtræk af ${report.seal.date}`;
  const time = `${seconds.toLocaleString("da-DK", {maximumFractionDigits: 1})} s`;
  if (report.fresh) return [`Tabellerne er allerede beregnet af ${about} (segl ${report.seal.hash.slice(0, 12)}); intet at gøre, ${time}.`];
  const total = (key: "read" | "kept" | "rejected") => sum(report.files, (f) => f[key]);
  return [
    `Data: ${about}, segl ${report.seal.hash.slice(0, 12)}`,
    ...report.files.map((f) => `  ${f.file}: ${whole.format(f.read)} læst, ${whole.format(f.kept)} beholdt, ${whole.format(f.rejected)} afvist`),
    `Rækker i alt: ${whole.format(total("read"))} læst = ${whole.format(total("kept"))} beholdt + ${whole.format(total("rejected"))} afvist`,
    ...(total("rejected") > 0 && report.rejects ? [`Afviste rækker står i ${report.rejects}`] : []),
    ...report.written.map((w) => `  ${w.table}: ${whole.format(w.rows)} rækker`),
    report.written.length > 0
      ? `${report.written.length} tabeller skrevet til ${report.out} på ${time}.`
      : `Kontrolleret på ${time}; intet er skrevet.`
  ];
}

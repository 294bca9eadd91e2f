import {relative} from "node:path";
import type {DeliveredFile} from "./deliver.js";

/** What the twin of the registers came to. */
export interface RegisterTwinReport {
  /** Folder of the kinds. */
  folder: string;
  seed: number;
  scale: number;
  periods: {name: string; patients: number}[];
  files: DeliveredFile[];
  steps: {name: string; seconds: number}[];
  seconds: number;
}

/** The lines that `rygatlas synth` prints, in Danish. */
export function describeRegisterTwin(report: RegisterTwinReport): string[] {
  const whole = (n: number) => n.toLocaleString("da-DK");
  return [
    `Syntetiske registre: ${report.folder} (frø ${report.seed}, skala ${report.scale})`,
    ...report.periods.map((period) => `  ${period.name}: ${whole(period.patients)} indekspatienter`),
    ...report.files.map((f) => `  ${relative(report.folder, f.file)}: ${whole(f.rows)} rækker`),
    `Skrevet på ${report.seconds.toLocaleString("da-DK", {maximumFractionDigits: 1})} sekunder.`
  ];
}

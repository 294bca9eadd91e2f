import {mkdir, open, rename} from "node:fs/promises";
import {dirname} from "node:path";
import {csvFormatRow} from "d3-dsv";
import {answerColumns, type Codebook} from "../ground/codebook.js";
import {regionColumn} from "../../src/domain/coreColumns.js";
import type {Sheet} from "./sheet.js";

const FIRST_COLUMNS = ["profession", "round", "participant_no", "registration_no", "consultation", "age"];

/** A registration as a line whose registration number is still open. */
interface Line {
  before: string;
  registrationNo: number;
  /** Registrations of this participant and form, so that copies get numbers of their own. */
  step: number;
  after: string;
}

/**
 * Writes the extract: at scale K every registration K times, with new registration numbers for the same participants.
 * One copy is in memory at a time, and the file takes its name only when it is whole.
 */
export async function writeRegistrations(
  file: string,
  sheets: Sheet[],
  codebook: Codebook,
  {round, scale, regions}: {round: string; scale: number; regions: boolean}
): Promise<void> {
  const columns = answerColumns(codebook);
  const lines = sheets.flatMap((sheet) => linesOf(sheet, columns, round, regions ? regionsOf(codebook) : undefined));
  await mkdir(dirname(file), {recursive: true});
  const unfinished = `${file}.unfinished`;
  const output = await open(unfinished, "w");
  try {
    await output.write(`${csvFormatRow([...FIRST_COLUMNS, ...(regions ? [regionColumn] : []), ...columns])}\n`);
    for (let copy = 0; copy < scale; copy++) {
      await output.write(lines.map((l) => `${l.before}${l.registrationNo + copy * l.step}${l.after}\n`).join(""));
    }
  } finally {
    await output.close();
  }
  await rename(unfinished, file);
}

/** Where participants work, in turn; of one in so many that is unknown. */
function regionsOf({regions}: Codebook): string[] {
  return [...regions.map(({id}) => id), "0"];
}

function linesOf(sheet: Sheet, columns: string[], round: string, regions: string[] | undefined): Line[] {
  const {profession, ticks, missing} = sheet;
  const questions = new Map(profession.questions.map((q) => [q.id, q]));
  const cells = columns.map((column): ((row: number) => string) => {
    const [id, answer] = column.split(".") as [string, string | undefined];
    const question = questions.get(id);
    const blank = missing.get(id);
    if (!question || !blank) return () => "";
    if (answer === undefined) return (row) => question.answers.find((a) => ticks.get(`${id}.${a.id}`)?.[row])?.id ?? "";
    const marks = ticks.get(column);
    return marks ? (row) => (blank[row] ? "" : String(marks[row])) : () => "";
  });
  const step = sheet.participants.map(() => 0);
  for (const participant of sheet.participantOf) step[participant]!++;
  return sheet.participantOf.map((participant, row) => ({
    before: `${csvFormatRow([profession.id, round, sheet.participants[participant]!])},`,
    registrationNo: sheet.registrationNo[row]!,
    step: step[participant]!,
    after: `,${csvFormatRow([sheet.consultation[row]!, String(sheet.age[row] ?? ""), ...(regions ? [regions[participant % regions.length]!] : []), ...cells.map((cell) => cell(row))])}`
  }));
}

import {existsSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {dsvFormat} from "d3-dsv";
import type {Codebook} from "../ground/codebook.js";
import {nearest, quoted, Refusal} from "../ground/refusal.js";
import {splitHeader} from "./header.js";
import {readableText} from "./readableText.js";

/** The file among the audit's extracts in which the organiser says how many could have taken part. */
export const participantsName = "participants.csv";

/** What the organiser knows of a profession; null where it is not known. */
export interface Invited {
  profession: string;
  /** The line of the file, for messages. */
  line: number;
  invited: number | null;
  /** How many of the profession there are in the region. */
  inRegion: number | null;
  /** Consultations that should have been registered, over all rounds. */
  consultations: number | null;
}

/** Where a folder of extracts has the file. */
export function invitedIn(extracts: string): {invited?: string} {
  const file = join(extracts, "audit", participantsName);
  return existsSync(file) ? {invited: file} : {};
}

const numbers = {invited: "invited", in_region: "inRegion", consultations: "consultations"} as const;
const columns = ["profession", ...Object.keys(numbers)];

/**
 * Reads `participants.csv`: one line a profession, with `profession` and at least one of `invited`, `in_region` and
 * `consultations`; an empty cell is not known.
 * @param staging a folder for what is needed on the way
 * @throws Refusal naming the line and the column that cannot be used
 */
export async function readInvited(delivered: string, codebook: Codebook, staging: string): Promise<Invited[]> {
  const {path} = await readableText(delivered, join(staging, participantsName), undefined, "faggruppe");
  const content = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const file = basename(delivered);
  const {delimiter, names} = splitHeader(file, content.split("\n", 1)[0]!.replace(/\r$/, ""));
  refuseHeader(file, names);
  const forms = codebook.professions.filter(({telephoneOf}) => !telephoneOf).map(({id}) => id);
  const rows = dsvFormat(delimiter)
    .parseRows(content)
    .map((cells, i) => ({cells: cells.map((cell) => cell.trim()), line: i + 1}))
    .slice(1)
    .filter(({cells}) => cells.some((cell) => cell !== ""));
  const seen = new Map<string, number>();
  return rows.map(({cells, line}) => {
    const where = `${file}, linje ${line}`;
    if (cells.length !== names.length)
      throw new Refusal(`${where}: fandt ${cells.length} felter, men skulle være ${names.length}; ret linjen.`);
    const cellOf = (column: string) => cells[names.indexOf(column)] ?? "";
    const profession = cellOf("profession");
    if (!forms.includes(profession)) {
      const near = nearest(profession, forms);
      throw new Refusal(
        `${where}, kolonnen profession: ${quoted(profession)} er ikke en faggruppe i kodebogen, men skulle være en af ${forms.join(", ")}; ${near ? `mente du ${quoted(near)}? R` : "r"}et linjen.`
      );
    }
    if (seen.has(profession))
      throw new Refusal(`${where}: ${quoted(profession)} står også på linje ${seen.get(profession)}; fjern den ene.`);
    seen.set(profession, line);
    const numberOf = (column: string) => countIn(cellOf(column), `${where}, kolonnen ${column}`);
    return {
      profession,
      line,
      invited: numberOf("invited"),
      inRegion: numberOf("in_region"),
      consultations: numberOf("consultations")
    };
  });
}

function refuseHeader(file: string, names: string[]): void {
  const unknown = names.find((name) => !columns.includes(name));
  if (unknown !== undefined)
    throw new Refusal(
      `${file}, linje 1: ${quoted(unknown)} er ikke en kolonne her, men skulle være en af ${columns.join(", ")}; ret navnet, eller fjern kolonnen.`
    );
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new Refusal(`${file}, linje 1: kolonnen ${quoted(twice)} står der to gange; fjern den ene.`);
  if (!names.includes("profession") || names.length < 2)
    throw new Refusal(
      `${file}, linje 1: kolonnerne skal være profession og mindst én af ${Object.keys(numbers).join(", ")}; tilføj dem, der mangler.`
    );
}

function countIn(cell: string, where: string): number | null {
  if (cell === "") return null;
  if (!/^\d{1,9}$/.test(cell))
    throw new Refusal(`${where}: fandt ${quoted(cell)}, men skulle være et helt tal eller tom; ret tallet.`);
  return Number(cell);
}

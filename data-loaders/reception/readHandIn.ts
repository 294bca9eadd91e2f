import {readFileSync} from "node:fs";
import {Decrypter} from "age-encryption";
import {csvParse, csvParseRows} from "d3-dsv";
import * as v from "valibot";
import {isCpr} from "../../src/domain/cpr.js";
import {handInFormat, sha256, type HandIn} from "../../src/domain/handIn.js";
import type {Codebook} from "../ground/codebook.js";
import {coreColumns} from "../../src/domain/coreColumns.js";
import {quoted, Refusal} from "../ground/refusal.js";

/** What a hand-in is held against. */
export interface Expected {
  codebook: Codebook;
  /** Of the code book. */
  seal: string;
  /** The organiser's secret key, `AGE-SECRET-KEY-1…`; none where hand-ins are plain. */
  secret?: string;
  /** `yyyy-mm-dd`: nobody has registered after it. */
  today: string;
}

const Day = v.pipe(v.string(), v.isoDate("en dato skrevet som 2026-12-01"));
const HandInSpec = v.strictObject({
  format: v.literal(handInFormat),
  codebook: v.string(),
  seal: v.string(),
  profession: v.string(),
  participant: v.string(),
  round: v.number(),
  first: Day,
  last: Day,
  rows: v.number(),
  sha256: v.string(),
  csv: v.string()
});

const mostBytes = 20_000_000;

/**
 * A participant's hand-in, decrypted and checked: what it says of itself holds for the rows in it.
 * @param file how it is called in a message
 * @throws Refusal with what is wrong and what to do
 */
export async function readHandIn(path: string, file: string, expected: Expected): Promise<HandIn> {
  const bytes = readFileSync(path);
  if (bytes.length === 0) throw new Refusal(`${file} er tom; bed deltageren om at trykke »Aflever« igen.`);
  if (bytes.length > mostBytes)
    throw new Refusal(`${file} fylder mere end en aflevering kan; se, om det er den rigtige fil.`);
  const found = parsed(await plainText(bytes, file, expected.secret), file);
  const made = (found as {format?: unknown}).format;
  if (made !== handInFormat)
    throw new Refusal(
      `${file} er ${typeof made === "string" ? `af formatet ${quoted(made)}` : "ikke en aflevering"}, men skulle være ${quoted(handInFormat)}; opdatér Rygatlas, eller bed om filen fra skemaet.`
    );
  const result = v.safeParse(HandInSpec, found);
  if (!result.success)
    throw new Refusal(
      `${file} mangler eller har et forkert ${quoted(String(result.issues[0].path?.[0]?.key ?? "felt"))}; bed deltageren om at aflevere igen fra skemaet.`
    );
  await refuseContradiction(result.output, file, expected);
  return result.output;
}

async function plainText(bytes: Buffer, file: string, secret: string | undefined): Promise<string> {
  if (!bytes.subarray(0, 30).toString("latin1").startsWith("age-encryption.org/")) return bytes.toString("utf8");
  if (!secret)
    throw new Refusal(`${file} er krypteret; angiv filen med den hemmelige nøgle: rygatlas receive MAPPE --key FIL.`);
  const decrypter = new Decrypter();
  decrypter.addIdentity(secret);
  try {
    return await decrypter.decrypt(bytes, "text");
  } catch (error) {
    throw new Refusal(
      /no identity matched/.test(String(error))
        ? `${file} er krypteret til en anden nøgle end den, der er angivet; find den nøgle, skemaet blev lavet med.`
        : `${file} er afkortet eller ændret undervejs og kan ikke dekrypteres; bed deltageren om at sende filen igen.`,
      {cause: error}
    );
  }
}

function parsed(text: string, file: string): object {
  try {
    const found: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof found === "object" && found !== null && !Array.isArray(found)) return found;
  } catch {
    // Said below.
  }
  throw new Refusal(
    `${file} er ikke en hel aflevering: ${text.trimStart().startsWith("{") ? "filen er afkortet" : "den begynder ikke som en"}; bed deltageren om at sende filen fra skemaet igen.`
  );
}

async function refuseContradiction(handIn: HandIn, file: string, {codebook, seal, today}: Expected): Promise<void> {
  const {profession, participant, round, first, last, csv} = handIn;
  const refuse = (what: string): never => {
    throw new Refusal(`${file}: ${what}`);
  };
  const again = "bed deltageren om at aflevere igen fra skemaet.";
  if (handIn.codebook !== codebook.id)
    refuse(
      `afleveringen er til auditten ${quoted(handIn.codebook)}, men skulle være til ${quoted(codebook.id)}; læg den i den audits mappe.`
    );
  if (handIn.seal !== seal)
    refuse(
      "skemaet er lavet af en anden udgave af kodebogen end den, der ligger her; brug den udgave, eller lav skemaet igen."
    );
  if (!codebook.professions.some(({id, telephoneOf}) => id === profession && !telephoneOf))
    refuse(`faggruppen ${quoted(profession)} findes ikke i kodebogen; ${again}`);
  if (isCpr(participant)) refuse(`deltagerkoden ligner et CPR-nummer; slet filen, og giv deltageren en kode.`);
  if (!/^[0-9A-Za-z_-]{1,12}$/.test(participant))
    refuse(`deltagerkoden ${quoted(participant)} skulle være 1 til 12 bogstaver og cifre; ${again}`);
  if (!Number.isInteger(round) || round < 1) refuse(`runden ${round} skulle være et helt tal fra 1; ${again}`);
  if (first > last) refuse(`første dag ${first} er efter sidste dag ${last}; ${again}`);
  if (last > today)
    refuse(`sidste dag ${last} er efter i dag, ${today}; se, om uret på deltagerens enhed går rigtigt.`);
  if ((await sha256(csv)) !== handIn.sha256) refuse(`rækkerne er ændret, efter at de blev afleveret; ${again}`);
  refuseRows(handIn, codebook, refuse, again);
}

function refuseRows(
  {csv, rows, profession, participant, round}: HandIn,
  codebook: Codebook,
  refuse: (what: string) => never,
  again: string
): void {
  const [header = [], ...lines] = csvParseRows(csv);
  const lacking = coreColumns.find((column) => !header.includes(column));
  if (lacking) refuse(`kolonnen ${quoted(lacking)} mangler; ${again}`);
  const known = new Set([
    ...coreColumns,
    ...codebook.professions.flatMap(({questions}) =>
      questions.flatMap(({id, answers}) => [id, ...answers.map((answer) => `${id}.${answer.id}`)])
    )
  ]);
  const strange = header.find((column) => !known.has(column));
  if (strange !== undefined) refuse(`kolonnen ${quoted(strange)} er ikke i kodebogen; ${again}`);
  if (lines.length !== rows) refuse(`der er ${lines.length} rækker, men skulle være ${rows}; ${again}`);
  if (rows === 0) refuse("der er ingen registreringer; bed deltageren om at aflevere, når der er nogen.");
  const numbers = new Set<string>();
  csvParse(csv).forEach((row, i) => {
    const line = `linje ${i + 2}`;
    const cpr = header.find((column) => isCpr(row[column] ?? ""));
    if (cpr)
      refuse(`${line}, kolonne ${quoted(cpr)}: værdien ligner et CPR-nummer; slet filen, og tal med deltageren.`);
    for (const [column, right] of [
      ["profession", profession],
      ["participant_no", participant],
      ["round", String(round)]
    ] as const)
      if (row[column] !== right)
        refuse(
          `${line}, kolonne ${quoted(column)}: er ${quoted(row[column] ?? "")}, men skulle være ${quoted(right)} som resten af afleveringen; ${again}`
        );
    const number = row.registration_no ?? "";
    if (!/^\d+$/.test(number)) refuse(`${line}: nummeret ${quoted(number)} skulle være et helt tal; ${again}`);
    if (numbers.has(number)) refuse(`${line}: nr. ${number} står der to gange; ${again}`);
    numbers.add(number);
  });
}

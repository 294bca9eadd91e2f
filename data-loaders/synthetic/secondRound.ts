import {group, range} from "d3-array";
import * as v from "valibot";
import {asks, type Codebook} from "../ground/codebook.js";
import {Refusal} from "../ground/refusal.js";
import {stream} from "./randomness.js";
import {readAssumed} from "./readAssumed.js";
import {emptySheet, type Sheet} from "./sheet.js";

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const SecondRoundSpec = v.strictObject({
  take_part: Share,
  like_own: Share,
  changes: v.array(
    v.strictObject({
      profession: v.string(),
      answer: v.string(),
      without: v.optional(Share),
      with: v.optional(Share)
    })
  )
});

/** What a second round is assumed to be; the reasons stand as comments in the file itself. */
export type SecondRound = v.InferOutput<typeof SecondRoundSpec>;

/**
 * Reads the assumptions of a second round.
 * @throws Refusal naming the file and what is wrong with it
 */
export function readSecondRound(file: string, codebook: Codebook): SecondRound {
  const assumed = readAssumed(SecondRoundSpec, file);
  for (const {profession, answer} of assumed.changes) {
    const form = codebook.professions.find(({id}) => id === profession);
    if (!form || !asks(form, answer))
      throw new Refusal(`${file}: "${answer}" findes ikke på skemaet "${profession}"; ret navnet.`);
  }
  return assumed;
}

/**
 * The second round of a form: who takes part registers as many as before, each like one of their own or like anybody's
 * of the first round, and then the assumed answers change.
 */
export function secondRound(first: Sheet, assumed: SecondRound, seed: number): Sheet {
  const {profession} = first;
  const random = stream(seed, `second round/${profession.id}`);
  const rows = range(first.participantOf.length);
  const rowsOf = group(rows, (row) => first.participantOf[row]!);
  const taking = first.participants.flatMap((number, i) => {
    const own = rowsOf.get(i) ?? [];
    return random() < assumed.take_part ? [{number, registrations: own.length, own}] : [];
  });
  const oneOf = (among: readonly number[]) => among[Math.floor(random() * among.length)]!;
  const like = taking.flatMap(({own}) => own.map(() => oneOf(random() < assumed.like_own ? own : rows)));
  const pick = <Value>(values: ArrayLike<Value>) => like.map((row) => values[row]!);
  const sheet: Sheet = {
    ...emptySheet(profession, taking),
    consultation: pick(first.consultation),
    severe: Uint8Array.from(pick(first.severe)),
    age: pick(first.age),
    ticks: new Map([...first.ticks].map(([ref, ticks]) => [ref, Uint8Array.from(pick(ticks))])),
    missing: new Map([...first.missing].map(([question, blank]) => [question, Uint8Array.from(pick(blank))]))
  };
  for (const change of assumed.changes.filter((one) => one.profession === profession.id))
    changeAnswer(sheet, change, random);
  return sheet;
}

function changeAnswer(
  {profession, ticks, missing}: Sheet,
  {answer, ...share}: SecondRound["changes"][number],
  random: () => number
): void {
  const question = profession.questions.find(({id}) => answer.startsWith(`${id}.`))!;
  const marks = ticks.get(answer)!;
  const others = question.answers.filter(({id}) => `${question.id}.${id}` !== answer);
  const alone = others.find(({excludesOthers}) => excludesOthers);
  const marksOf = (id: string) => ticks.get(`${question.id}.${id}`);
  marks.forEach((mark, row) => {
    if (missing.get(question.id)?.[row] || random() >= ((mark ? share.with : share.without) ?? 0)) return;
    marks[row] = mark ? 0 : 1;
    if (!alone) return;
    // "None of these" goes with the last of the others and leaves with the first.
    const none = marksOf(alone.id)!;
    if (!mark) none[row] = 0;
    else if (others.every(({id}) => !marksOf(id)?.[row])) none[row] = 1;
  });
}

import {range} from "d3-array";
import type {Profession} from "../ground/codebook.js";

/** The registrations of one form while they are made; rows are numbered from 0. */
export interface Sheet {
  profession: Profession;
  /** The participants' numbers. */
  participants: string[];
  /** Per row: the participant's place in `participants`, and the registration's number, from 1. */
  participantOf: number[];
  registrationNo: number[];
  /** Per row: `first`, `later`, `phone`, or empty where nothing was ticked. */
  consultation: string[];
  /** Per row: 1 when severely affected. */
  severe: Uint8Array;
  /** Years, null where not given. */
  age: (number | null)[];
  /** Per answer (`question.answer`): 1 where it is ticked. */
  ticks: Map<string, Uint8Array>;
  /** Per question: 1 where nothing is ticked. A question without an entry is left empty throughout. */
  missing: Map<string, Uint8Array>;
}

/** A sheet with nothing ticked yet. */
export function emptySheet(profession: Profession, participants: {number: string; registrations: number}[]): Sheet {
  const participantOf = participants.flatMap((p, i) => range(p.registrations).map(() => i));
  return {
    profession,
    participants: participants.map((p) => p.number),
    participantOf,
    registrationNo: participants.flatMap((p) => range(1, p.registrations + 1)),
    consultation: participantOf.map(() => ""),
    severe: new Uint8Array(participantOf.length),
    age: participantOf.map(() => null),
    ticks: new Map(),
    missing: new Map()
  };
}

/** Registrations with an answer. */
export function ticked(sheet: Sheet, ref: string): number {
  return sheet.ticks.get(ref)?.reduce((n, tick) => n + tick, 0) ?? 0;
}

/** What every participant counts of an answer. */
export function clusters(sheet: Sheet, ticks: Uint8Array): {y: number; n: number}[] {
  const result = sheet.participants.map(() => ({y: 0, n: 0}));
  sheet.participantOf.forEach((participant, row) => {
    result[participant]!.n++;
    result[participant]!.y += ticks[row]!;
  });
  return result;
}

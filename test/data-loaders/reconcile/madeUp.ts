import {join} from "node:path";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import type {Computed, Group} from "../../../data-loaders/reconcile/computed.js";
import type {Explanations} from "../../../data-loaders/reconcile/explanations.js";

export const root = join(import.meta.dirname, "../../..");
export const codebook = readCodebook(join(root, "data/codebooks/laenderyg"));

/** No difference is explained. */
export const nothingExplained: Explanations = {misprints: [], explain: () => undefined};

/** What a made-up model answers; everything it does not say is 50 % of 1,000 registrations, and 50 years. */
export interface MadeUp {
  percent?(group: Required<Group>, ref: string): number | undefined;
  registrations?(group: Required<Group>): number;
  participants?: number;
  meanAge?(profession: string): number;
  ages?(profession: string): [youngest: number, oldest: number];
}

export function madeUp(of: MadeUp): Computed {
  const filled = (group: Group) => ({consultation: "all" as const, patientGroup: "all" as const, ...group});
  return {
    codebook,
    share(group, ref) {
      const percent = of.percent?.(filled(group), ref) ?? 50;
      return {n: 10 * percent, total: 1000, percent};
    },
    registrations: (group) => of.registrations?.(filled(group)) ?? 1000,
    participants: () => Array.from({length: of.participants ?? 10}, (_, i) => String(i + 1)),
    participantShare: () => ({n: 5, total: 10, percent: 50}),
    ageShare: () => ({n: 5, total: 10, percent: 50}),
    meanAge: (profession) => of.meanAge?.(profession) ?? 50,
    ageRange: (profession) => {
      const [youngest, oldest] = of.ages?.(profession) ?? [18, 92];
      return {youngest, oldest};
    }
  };
}

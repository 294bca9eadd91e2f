import {join} from "node:path";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import type {Computed, Group, Share} from "../../../data-loaders/printed/computed.js";
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

const shareOf = (percent: number, total: number): Share => ({
  n: (percent * total) / 100,
  total,
  percent,
  table: "made_up",
  row: {}
});

export function madeUp(of: MadeUp): Computed {
  const filled = (group: Group) => ({consultation: "all" as const, patientGroup: "all" as const, ...group});
  return {
    codebook,
    share: (group, ref) => shareOf(of.percent?.(filled(group), ref) ?? 50, 1000),
    shareOfAll: (group) => shareOf(100, of.registrations?.(filled(group)) ?? 1000),
    registrations: (group) => of.registrations?.(filled(group)) ?? 1000,
    participants: () => Array.from({length: of.participants ?? 10}, (_, i) => String(i + 1)),
    participantShare: () => shareOf(50, 10),
    ageShare: () => shareOf(50, 10),
    meanAge: (profession) => of.meanAge?.(profession) ?? 50,
    ageRange: (profession) => {
      const [youngest, oldest] = of.ages?.(profession) ?? [18, 92];
      return {youngest, oldest};
    }
  };
}

import type {EarlierShare} from "../../../data-loaders/programme/mirror.js";
import type {RegisterMeasure} from "../../../data-loaders/programme/registerMeasure.js";
import {wilson} from "../../statistics/wilson.js";
import type {PublishedShare} from "./shareLimits.js";
import type {AuditShare} from "./ruleRows.js";

/** What the registers publish of one area: a share under the kind and the id it is published under. */
export interface FoundShare extends PublishedShare {
  kind: "indicator" | "provider" | "outcome" | "first_contact" | "follows";
  ref: string;
  area_id: string;
}

/** A measure of the registers' side in one area. */
export interface MirrorShare extends PublishedShare {
  label: string;
  area: string;
}

/**
 * The registers' side of a subject: measure by measure, the areas in the order given.
 * Intervals that are not published are Wilson's.
 */
export function mirrorShares(
  measures: readonly RegisterMeasure[],
  found: readonly FoundShare[],
  areas: readonly string[],
  labelOf: (kind: FoundShare["kind"], ref: string) => string
): MirrorShare[] {
  const of = (kind: FoundShare["kind"], ref: string, area: string) =>
    found.find((row) => row.kind === kind && row.ref === ref && row.area_id === area);
  return measures.flatMap((measure) =>
    areas.flatMap((area): MirrorShare[] => {
      if ("asked" in measure) {
        const parts = measure.of.map((id) => of("indicator", id, area));
        const asked = of("indicator", measure.asked, area);
        return asked ? [{label: measure.label, area, ...share(asked, parts)}] : [];
      }
      const [kind, ref] = Object.entries(measure).find(([key]) => key !== "label") as [FoundShare["kind"], string];
      const row = of(kind, ref, area);
      return row ? [{...withLimits(row), label: measure.label ?? labelOf(kind, ref), area}] : [];
    })
  );
}

/**
 * How many an indicator is about, of all those that some indicators are about; nothing where
 * one of the numbers is hidden.
 */
function share(asked: FoundShare, parts: readonly (FoundShare | undefined)[]): PublishedShare {
  const hidden = [asked, ...parts].find((row) => row?.total == null);
  const nothing = {n: null, total: null, percent: null, low: null, high: null};
  if (hidden) return {...nothing, status: hidden.status === "shown" ? "hidden" : hidden.status};
  const total = parts.reduce((sum, row) => sum + row!.total!, 0);
  return withLimits({
    n: asked.total,
    total,
    percent: total > 0 ? (100 * asked.total!) / total : null,
    low: null,
    high: null,
    status: asked.total === 0 ? "none" : "shown"
  });
}

function withLimits<Share extends PublishedShare>(row: Share): Share {
  if (row.low !== null || row.n === null || !row.total) return row;
  const {low, high} = wilson(row.n, row.total);
  return {...row, low: 100 * low, high: 100 * high};
}

/** One question of the audit of 2011 beside the same today. */
export interface EarlierRow extends PublishedShare {
  statement: string;
  label: string;
  before: number;
  same: EarlierShare["same"];
  why: string;
}

/** The printed shares of 2011 with today's beside, where the form asks the same or nearly so. */
export function earlierRows(earlier: readonly EarlierShare[], shares: readonly AuditShare[]): EarlierRow[] {
  return earlier.map(({statement, label, percent: before, profession, answer, same, why = ""}) => {
    const now = shares.find((row) => row.ref === answer && row.profession === profession) as
      | Partial<EarlierRow>
      | undefined;
    const {percent = null, low = null, high = null, n = null, total = null, status = "none"} = now ?? {};
    const {percent_least = null, percent_most = null} = now ?? {};
    const share = {percent, percent_least, percent_most, low, high, n, total, status};
    return {statement, label, before, ...share, same, why};
  });
}

import {group, max} from "d3-array";
import type {Status} from "../../domain/status.js";
import {wilson} from "../../statistics/wilson.js";
import {professionStyles} from "./colors.js";
import {count, interval, percent} from "../words/format.js";
import {whyNoShare} from "../rows/areaValue.js";
import {answerRows, percentAxis, rangePoint, type LanePoint} from "./answerRows.js";
import {isDrawable, type ChartOptions} from "./chart.js";
import {rangeOf, valueOrRange, type Ranged} from "../rows/range.js";

/** A group of an indicator's patients, such as those with one type of drug before the contact. */
export interface PatientShare extends Ranged<"patients" | "percent"> {
  /** The name of the group, in Danish. */
  label: string;
  patients: number | null;
  total: number | null;
  percent: number | null;
  status: Status;
  /** Before or after the contact, where the same group is counted twice. */
  timing?: "before" | "after";
}

const timings = {before: "før kontakten", after: "efter kontakten"};

/**
 * Shares of an indicator's patients with 95 % intervals (Wilson); where they are counted
 * twice, hollow before and filled after.
 */
export function patientShares(rows: readonly PatientShare[], options: ChartOptions & {axis: string}): SVGSVGElement {
  const style = professionStyles([{id: ""}]).get("")!;
  const twice = rows.some(({timing}) => timing === "before") && rows.some(({timing}) => timing === "after");
  const blocks = [...group(rows, (row) => row.label)].map(([label, of]) => {
    const points = of.map((row) => pointOf(row, twice)).filter((point) => point !== null);
    const absent = of
      .filter((row) => !isDrawable(row.percent) && !rangeOf(row, "percent"))
      .map(({status, timing}) => `${timing && twice ? `${timings[timing]}: ` : ""}${whyNoShare(status)}`);
    return {label, lanes: [{style, points, ...(absent.length > 0 && {note: absent.join(", ")})}]};
  });
  const highest = max(blocks.flatMap(({lanes}) => lanes.flatMap(({points}) => points.map(({x, high}) => high ?? x))));
  const items = twice
    ? [
        {label: "Før kontakten", ...style, hollow: true},
        {label: "Efter kontakten", ...style}
      ]
    : [];
  return answerRows(blocks, percentAxis(options.axis, highest), items, options);
}

function pointOf(row: PatientShare, twice: boolean): LanePoint | null {
  const {label, patients, total, percent: x, timing} = row;
  const when = twice && timing ? `, ${timings[timing]}` : "";
  const hollow = twice && timing === "before";
  const of = `${valueOrRange(row, "patients")} af ${count(total)} patienter`;
  if (!isDrawable(x)) return rangePoint(row, `${label}${when}\n${of}`, hollow) ?? null;
  const limits = isDrawable(patients) && isDrawable(total) && total > 0 ? wilson(patients, total) : null;
  const [low, high] = limits ? [100 * limits.low, 100 * limits.high] : [null, null];
  return {
    x,
    low,
    high,
    hollow,
    title: `${label}${when}\n${percent(x)} (${interval(low, high)})\n${of}`
  };
}

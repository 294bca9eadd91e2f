import type {Indicator} from "./indicator.js";
import {followed, within} from "../../models/sql.js";

/** The windows of both indicators on strong analgesics. */
export const windows = {
  denominator: {from: {months: -3}, to: {days: -1}},
  numerator: {from: {days: 90}, to: {days: 180}},
  followUp: {days: 180}
} satisfies Indicator["windows"];

/**
 * SQL for the patients who did, or did not, use strong analgesics before the contact:
 * `numerator` is being without them after it.
 */
export function withoutAfter({priorUse}: {priorUse: boolean}): string {
  const redeemed = (window: "denominator" | "numerator") =>
    `coalesce(bool_or(${within("s.date", windows[window])}), false)`;
  return `
    SELECT c.period, c.person_id, NOT ${redeemed("numerator")} AS numerator
    FROM cohort c JOIN follow_up f USING (period, person_id) LEFT JOIN strong_analgesics s ON s.person_id = c.person_id
    WHERE ${followed(windows.followUp)}
    GROUP BY c.period, c.person_id
    HAVING ${redeemed("denominator")} = ${priorUse}`;
}

import type {Indicator} from "./indicator.js";

/** The windows of both indicators on strong analgesics. */
export const windows = {
  denominator: {from: {months: -3}, to: {days: -1}},
  numerator: {from: {days: 90}, to: {days: 180}},
  followUp: {days: 180}
} satisfies Indicator["windows"];

/**
 * Patients whose use of strong analgesics before the contact is `prior_use`; in the numerator those without after it.
 */
export const sql = `
  SELECT c.period, c.person_id,
    NOT coalesce(bool_or(is_within(s.date, c.index_date, getvariable('indicator').numerator)), false) AS numerator
  FROM cohort c JOIN follow_up f USING (period, person_id) LEFT JOIN strong_analgesics s ON s.person_id = c.person_id
  WHERE is_followed(f.left_on, c.index_date, getvariable('indicator').follow_up)
  GROUP BY c.period, c.person_id
  HAVING coalesce(bool_or(is_within(s.date, c.index_date, getvariable('indicator').denominator)), false)
    = getvariable('indicator').prior_use`;

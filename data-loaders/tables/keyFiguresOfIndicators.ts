import {text} from "../engine/session.js";
import type {Indicator} from "../indicators/definition/indicator.js";
import type {RegisterModels} from "../indicators/definition/analyseRegisters.js";
import type {KeyFigure} from "./keyFigure.js";

/**
 * What the report tells of indicators beside their results: shares of all who could count,
 * and who the patients of the denominator are.
 */
export async function keyFiguresOfIndicators({session, indicators}: RegisterModels): Promise<KeyFigure[]> {
  const parts = [
    ...indicators.map(denominatorShare),
    ...indicators.filter(({ages}) => ages).flatMap(aboutDenominator),
    ...operated(indicators)
  ];
  if (parts.length === 0) return [];
  return session.rows<KeyFigure & Record<string, unknown>>(`
    SELECT period, key, unit, value::DOUBLE AS value, n::INTEGER AS n, total::INTEGER AS total, subject
    FROM (${parts.join(" UNION ALL ")})`);
}

/** The denominator as share of the cohort, or of those of the ages that count. */
function denominatorShare({id, ages}: Indicator): string {
  const among = ages ? `WHERE age BETWEEN ${ages.from} AND ${ages.to}` : "";
  return `
    SELECT period, ${text(`${id}_denominator_share`)} AS key, 'percent' AS unit, NULL AS value, count(i.person_id) AS n, count(*) AS total, ${text(id)} AS subject
    FROM cohort LEFT JOIN (FROM indicator_patients WHERE indicator_id = ${text(id)}) i USING (period, person_id) ${among} GROUP BY period`;
}

/** Mean age, men, married or in registered partnership, and unspecific back pain among an indicator's patients. */
function aboutDenominator({id}: Indicator): string[] {
  const members = `FROM indicator_patients JOIN cohort USING (period, person_id) WHERE indicator_id = ${text(id)} GROUP BY period`;
  const share = (key: string, condition: string) =>
    `SELECT period, ${text(`${id}_${key}`)}, 'percent', NULL, count_if(${condition}), count(*), ${text(id)} ${members}`;
  return [
    `SELECT period, ${text(`${id}_mean_age`)}, 'years', avg(age), count(*), NULL, ${text(id)} ${members}`,
    share("men", "sex = 'male'"),
    share("married_or_partner", "civil_status IN ('G', 'P')"),
    share("diagnosis_DM54_at_first_contact", "diagnosis_group = 'DM54'")
  ];
}

/** Operated within a year: of all, and of those first seen in a private hospital. */
function operated(indicators: Indicator[]): string[] {
  const id = "surgery_within_a_year";
  if (!indicators.some((indicator) => indicator.id === id)) return [];
  const of = (key: string, among: string) => `
    SELECT period, '${key}', 'percent', NULL, count_if(numerator), count(*), '${id}'
    FROM indicator_patients JOIN cohort USING (period, person_id) WHERE indicator_id = '${id}' AND ${among} GROUP BY period`;
  return [of("operated_within_1y", "true"), of("operated_within_1y_private_first", "specialty = 'private'")];
}

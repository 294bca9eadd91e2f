import {text, type Session} from "../../engine/session.js";
import {pathwaySpan} from "../../models/registers/pathwayEvents.js";
import type {RegisterParameters} from "../../ground/parameters.js";
import type {Indicator, Register, Span} from "./indicator.js";
import {at} from "../../models/sql.js";

/**
 * Something that is not told for a period, since an extract ends before the window closes or begins after it opened.
 */
export interface Incomplete {
  /** An indicator's id, or what else a window belongs to, such as `patient_flows`. */
  subject: string;
  period: string;
  register: Register;
  /** What was needed and what the extract holds, `yyyy-mm-dd`; null where there is no such extract. */
  needed_from: string;
  needed_to: string;
  first: string | null;
  last: string | null;
}

/** A subject's windows, from the earliest index date's to the latest's. */
interface Need {
  subject: string;
  registers: Register[];
  spans: Span[];
}

/** Registers by the month or the week: their last date is the first day of something that lasts longer. */
const grain: Partial<Record<Register, string>> = {dream: "month", sssy: "week"};

const procedures: Register[] = ["lpr_surgical_procedures", "lpr_other_procedures"];

/** The needs of indicators, of the flow and of the pathways. */
export function needsOf(indicators: Indicator[]): Need[] {
  return [
    ...indicators.map(({id, registers, windows: {denominator, numerator, followUp}}) => ({
      subject: id,
      registers,
      spans: [denominator?.from, denominator?.to, numerator.from, numerator.to, followUp].filter(
        (span) => span !== undefined
      )
    })),
    {subject: "patient_flows", registers: ["lpr_contacts"], spans: [{years: 1}]},
    {
      subject: "pathways",
      registers: ["lpr_contacts", "lpr_surgical_procedures", "lpr_other_procedures", "lmdb", "sssy"],
      spans: [pathwaySpan.from, pathwaySpan.to]
    }
  ];
}

/** Finds what must not be told, by subject and period, and leaves it in the table `incomplete` (subject, period). */
export async function createIncomplete(
  session: Session,
  indicators: Indicator[],
  {slackDays}: RegisterParameters
): Promise<Incomplete[]> {
  const needs = needsOf(indicators).flatMap(({subject, registers, spans}) =>
    registers.map((register) => {
      const floor = (date: string) => (grain[register] ? `date_trunc('${grain[register]}', ${date})::DATE` : date);
      const from = `least(from_date, ${spans.map((span) => at("from_date", span)).join(", ")})`;
      const to = `greatest(to_date, ${spans.map((span) => at("to_date", span)).join(", ")})`;
      return `SELECT ${text(subject)} AS subject, period, ${text(register)} AS register, ${floor(from)} AS needed_from, ${floor(to)} AS needed_to FROM periods`;
    })
  );
  const found = await session.rows<Incomplete>(`
    WITH needs AS (${needs.join(" UNION ALL ")}),
    kinds AS (
      SELECT kind AS register, first_date, last_date FROM coverage WHERE kind <> 'lpr_procedures'
      UNION ALL SELECT unnest([${procedures.map(text).join(", ")}]), first_date, last_date FROM coverage WHERE kind = 'lpr_procedures'
    ),
    held AS (SELECT register, min(first_date) AS first_date, max(last_date) AS last_date FROM kinds GROUP BY ALL)
    SELECT subject, period, register, needed_from::VARCHAR AS needed_from, needed_to::VARCHAR AS needed_to,
      first_date::VARCHAR AS "first", last_date::VARCHAR AS "last"
    FROM needs LEFT JOIN held USING (register)
    WHERE first_date IS NULL
      OR (register NOT IN (${procedures.map(text).join(", ")}) AND (first_date > needed_from + ${slackDays} OR last_date < needed_to - ${slackDays}))
    ORDER BY ALL`);
  await session.run("CREATE OR REPLACE TEMP TABLE incomplete (subject VARCHAR, period VARCHAR)");
  const pairs = new Set(found.map(({subject, period}) => `(${text(subject)}, ${text(period)})`));
  if (pairs.size > 0) await session.run(`INSERT INTO incomplete VALUES ${[...pairs].join(", ")}`);
  return found;
}

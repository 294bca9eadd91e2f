import {text, type Session} from "../../engine/session.js";
import {Refusal} from "../../ground/refusal.js";
import type {RegisterParameters} from "../../ground/parameters.js";

/**
 * Creates the table `periods` (period, from_date, to_date).
 * @throws Refusal naming the first period whose contacts, or the years before it, the delivery does not hold
 */
export async function createPeriods(session: Session, parameters: RegisterParameters): Promise<void> {
  const {periods, yearsWithout, slackDays} = parameters;
  const rows = periods.map((p) => `(${text(p.id)}, DATE ${text(p.from)}, DATE ${text(p.to)})`);
  await session.run(`
    CREATE OR REPLACE TEMP TABLE periods (period VARCHAR, from_date DATE, to_date DATE);
    INSERT INTO periods VALUES ${rows.join(", ")}`);
  const [short] = await session.rows<{
    period: string;
    needed_from: string;
    needed_to: string;
    first: string | null;
    last: string | null;
  }>(`
    SELECT period, strftime(from_date - INTERVAL ${yearsWithout} YEAR, '%Y-%m-%d') AS needed_from, to_date::VARCHAR AS needed_to,
      first_date::VARCHAR AS "first", last_date::VARCHAR AS "last"
    FROM periods LEFT JOIN (SELECT min(first_date) AS first_date, max(last_date) AS last_date FROM coverage WHERE kind = 'lpr_contacts') ON true
    WHERE first_date IS NULL
      OR first_date > from_date - INTERVAL ${yearsWithout} YEAR + INTERVAL ${slackDays} DAY
      OR last_date < to_date - INTERVAL ${slackDays} DAY
    ORDER BY period LIMIT 1`);
  if (!short) return;
  const held = short.first === null ? "har ingen kontakter" : `går fra ${short.first} til ${short.last}`;
  throw new Refusal(
    `Perioden ${short.period} kræver kontakter fra ${short.needed_from} til ${short.needed_to}, men udtrækket lpr_contacts ${held}; ` +
      "lever flere kontakter, eller tag perioden ud af indstillingerne."
  );
}

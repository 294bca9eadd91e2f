import {christiansoe} from "../../../src/domain/areas.js";
import {indexMark} from "../../../src/domain/pathways.js";
import type {Session, Values} from "../../engine/session.js";
import {runSql, setVariables} from "../../engine/sqlFile.js";
import {Refusal} from "../../ground/refusal.js";
import type {RegisterParameters} from "../../ground/parameters.js";
import {employmentYears, pathwaySpan, windowVariable} from "./spans.js";

const periods = new URL("./periods.sql", import.meta.url);
/** The files of the models, one a model, in order. */
export const models = new URL("./models.sql", import.meta.url);

/**
 * From the views of `sources/registers.ts` and the code lists (`code_<list>`) to the tables that indicators and
 * published tables are made of. What they take for granted, in one place, since the synthetic twin builds on it too:
 *
 *     back contact a contact of a type that counts (attended, virtual), with a back diagnosis
 *     of type A or B that has not been
 *                    revoked, and without an inflammatory or malignant one (A or B). Other
 *                    contacts neither begin a course nor end the two years without.
 *     index contact a person's first back contact in the period (by date, time, contact_id),
 *     at 18 years or more, with no
 *                    back contact on any of the days from two years before the index date to the day before it.
 *     diagnosis the action diagnosis where it is a back diagnosis, else the first back
 *     diagnosis of type B by code. specialty private where the department's owner is
 *     (`organisations.private`), else by the contact's specialty text, then
 *                    the department's, in `code_specialties`; `other` where neither is known.
 *     region         of the hospital: `private`, else the department's, then the contact's, else `unknown`.
 *     residence the latest snapshot on or before the index date, else `unknown`; region by the municipality
 *     on the index date. three months before index − 3 months ≤ date < index. half a year before whole
 *     weeks inside [index − 6 months, index). 90 to 180 days after index + 90 ≤ date ≤ index + 180. within
 *     a year index ≤ date ≤ index + 1 year. a year before, after the month of index − 1 year, of index + 1
 *     year; benefits in weeks whose Monday lies in that month. followed neither dead nor moved out of the
 *     country on a day from the index date to the end of the window, that
 *                    day included. Where deaths or migrations are missing, absence from a
 *                    later snapshot counts as having left then.
 *     around         index − 6 months ≤ date ≤ index + 1 year, for the course of a patient from event to event.
 *     prescriber     one a patient: that of the first redemption in the window (by date, atc, recu).
 *
 * Tables left in the session: `periods`, `back_contacts`, `cohort`, `cohort_steps`, `contact_coverage`, `flow_contacts`,
 * `follow_up`, `strong_analgesics`, `guidance_services`, `employment_around`, `spine_procedures`, `pathway_events`, `pathways`.
 * Beside them `cohort_areas`, `areas`, `period_population`, `adults` and `adults_by_age`. Each register is read once,
 * and only for people of the cohort.
 * @throws Refusal naming the first period whose contacts, or the years before it, the delivery does not hold
 */
export async function createRegisterModels(session: Session, parameters: RegisterParameters): Promise<void> {
  await setVariables(session, modelVariables(parameters));
  await runSql(session, periods);
  await refuseUncovered(session);
  await runSql(session, models);
}

/** The same of registers without rows, such as those of `createNoRegisters`: to try SQL on before anything is read. */
export async function createModelsOfNobody(session: Session, parameters: RegisterParameters): Promise<void> {
  await setVariables(session, modelVariables(parameters));
  await runSql(session, periods);
  await runSql(session, models);
}

/** What the models read by `getvariable`. */
export function modelVariables({
  periods,
  yearsWithout,
  minimumAge,
  slackDays,
  otherSpecialties
}: RegisterParameters): Values {
  return {
    periods: periods.map(({id, from, to}) => ({id, from, to})),
    years_without: yearsWithout,
    minimum_age: minimumAge,
    slack_days: slackDays,
    other_specialties: otherSpecialties,
    employment_years: employmentYears,
    pathway: windowVariable(pathwaySpan),
    // Days after the year in which a rehabilitation plan still belongs to an operation of the year.
    plan_days: 30,
    index_mark: indexMark,
    no_municipality: christiansoe.code
  };
}

async function refuseUncovered(session: Session): Promise<void> {
  const [short] = await session.rows<Record<string, string | null>>(
    "SELECT COLUMNS(*)::VARCHAR FROM uncovered_periods ORDER BY period LIMIT 1"
  );
  if (!short) return;
  const held = short.first_date === null ? "har ingen kontakter" : `går fra ${short.first_date} til ${short.last_date}`;
  throw new Refusal(
    `Perioden ${short.period} kræver kontakter fra ${short.needed_from} til ${short.needed_to}, men udtrækket lpr_contacts ${held}; ` +
      "lever flere kontakter, eller tag perioden ud af indstillingerne."
  );
}

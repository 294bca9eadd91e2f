import type {Session} from "../../engine/session.js";
import {createBackContacts, releaseBackContacts} from "./backContacts.js";
import {createCohort} from "./cohort.js";
import {createCohortSteps} from "./cohortSteps.js";
import {createEmploymentAround} from "./employmentAround.js";
import {createFlows} from "./flows.js";
import {createFollowUp} from "./followUp.js";
import {createGuidanceServices} from "./guidanceServices.js";
import type {RegisterParameters} from "../../ground/parameters.js";
import {createPathwayEvents} from "./pathwayEvents.js";
import {createPathways} from "./pathways.js";
import {createPeriods} from "./periods.js";
import {createSpineProcedures} from "./spineProcedures.js";
import {createStrongAnalgesics} from "./strongAnalgesics.js";

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
 * Tables left in the session: `periods`, `back_contacts`, `cohort`, `cohort_steps`, `flow_contacts`,
 * `follow_up`, `strong_analgesics`, `guidance_services`, `employment_around`, `spine_procedures`,
 * `pathway_events`, `pathways`. Each register is read once, and only for people of the cohort.
 */
export async function createRegisterModels(session: Session, parameters: RegisterParameters): Promise<void> {
  await createPeriods(session, parameters);
  await createBackContacts(session);
  await createCohort(session, parameters);
  await createCohortSteps(session, parameters);
  await createFlows(session);
  await releaseBackContacts(session);
  await createFollowUp(session);
  await createStrongAnalgesics(session);
  await createGuidanceServices(session);
  await createEmploymentAround(session);
  await createSpineProcedures(session);
  await createPathwayEvents(session);
  await createPathways(session);
}

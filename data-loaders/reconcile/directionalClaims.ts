import {claimsAboutCare} from "./claimsAboutCare.js";
import {claimsAboutPatients} from "./claimsAboutPatients.js";
import {professionLabel} from "../printed/computed.js";
import type {Measurement} from "./outcome.js";
import {publishedClaims} from "./published.js";

const list = new Intl.ListFormat("da");

/** How each claim without a number is measured, by its id. */
export const directionalMeasurements: Record<string, Measurement> = {...claimsAboutPatients, ...claimsAboutCare};

/** The claims without a number: more, fewer, most. All of them can be seen in the registrations. */
export const directionalClaims = publishedClaims(
  "audit_directional_claims.csv",
  "Udsagn uden tal",
  (row, computed) => ({
    id: row.claim_id!,
    where: list.format(row.profession!.split(/;\s*/).map((p) => professionLabel(computed, p))),
    text: row.claim_da!,
    measurement: directionalMeasurements[row.claim_id!]
  })
);

import {claimsAboutCare} from "./claimsAboutCare.js";
import {claimsAboutPatients} from "./claimsAboutPatients.js";
import {judge, unmeasured, type Claim, type Measurement} from "./outcome.js";
import {professionLabel, type PublishedSource} from "./published.js";

const list = new Intl.ListFormat("da");
const source = "audit_directional_claims.csv";

/** How each claim without a number is measured, by its id. */
export const directionalMeasurements: Record<string, Measurement> = {...claimsAboutPatients, ...claimsAboutCare};

/** The claims without a number: more, fewer, most. All of them can be seen in the registrations. */
export const directionalClaims: PublishedSource = {
  source,
  title: "Udsagn uden tal",
  kind: "claims",
  compare: (rows, computed, explanations) =>
    rows.map((row) => {
      const where = list.format(row.profession!.split(/;\s*/).map((p) => professionLabel(computed, p)));
      const claim: Claim = {source, id: row.claim_id!, where, text: row.claim_da!};
      const measurement = directionalMeasurements[claim.id];
      return measurement ? judge(claim, measurement, computed, explanations) : unmeasured(claim);
    })
};

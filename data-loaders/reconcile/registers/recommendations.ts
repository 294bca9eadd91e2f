import {judge, notAbout, unmeasured, type Claim, type Measurement} from "../outcome.js";
import type {PublishedSource} from "../published.js";
import type {ComputedRegisters} from "./computed.js";
import {justUnderHalf} from "./primaryCare.js";

const source = "dard_recommendations.csv";

const kinds: Record<string, string> = {
  recommendation: "anbefaling",
  vision: "vision",
  key_message: "hovedbudskab",
  observation: "bemærkning",
  comment: "kommentar fra en region"
};

/** Those that rest on a number. */
const measured: Record<string, Measurement<ComputedRegisters>> = {R17: justUnderHalf};

/** A number in figures or in words. */
const number = /\d|\b(half|third|quarter|twice|one in|percent|majority)\b/i;

/** Recommendations and comments. A text with a number must be measured; one without has nothing to compute. */
export const recommendations: PublishedSource<ComputedRegisters> = {
  source,
  title: "Anbefalinger og kommentarer",
  kind: "claims",
  compare: (rows, computed, explanations) =>
    rows.map((row) => {
      const kind = kinds[row.kind!] ?? row.kind!;
      const claim: Claim = {
        source,
        id: row.rec_id!,
        where: kind,
        text: measured[row.rec_id!] ? "knap halvdelen" : "intet tal"
      };
      const measurement = measured[claim.id];
      if (measurement) return judge(claim, measurement, computed, explanations);
      return number.test(row.text_en!)
        ? unmeasured(claim)
        : notAbout(claim, "Teksten nævner intet tal; der er intet at beregne.");
    })
};

import type {Measurement} from "../outcome.js";
import {publishedClaims} from "../published.js";
import type {ComputedRegisters} from "../../printed/registers/computed.js";
import {justUnderHalf} from "./primaryCare.js";

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
export const recommendations = publishedClaims<ComputedRegisters>(
  "dard_recommendations.csv",
  "Anbefalinger og kommentarer",
  (row) => {
    const measurement = measured[row.rec_id!];
    return {
      id: row.rec_id!,
      where: kinds[row.kind!] ?? row.kind!,
      text: measurement ? "knap halvdelen" : "intet tal",
      measurement,
      notAbout:
        measurement || number.test(row.text_en!) ? undefined : "Teksten nævner intet tal; der er intet at beregne."
    };
  }
);

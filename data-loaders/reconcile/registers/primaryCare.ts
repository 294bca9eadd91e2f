import type {DSVRowString} from "d3-dsv";
import {indicator} from "../../indicators/primaryCareBefore.js";
import type {Measurement} from "../outcome.js";
import {danishPercent} from "../../printed/printedNumber.js";
import {publishedClaims} from "../published.js";
import {stated} from "./definition.js";
import {cellOf, type ComputedRegisters} from "../../printed/registers/computed.js";
import {isSame, spanInWords} from "./spans.js";

const qualifiers: Record<string, string> = {lt: "knap", eq: ""};
const units: Record<string, string> = {percent: "%", months: "måneder"};

/** "Knap halvdelen": below half, and no more than a tenth from it. */
export const justUnderHalf: Measurement<ComputedRegisters> = {
  how: "Patienter med kontakt til kiropraktor eller fysioterapeut i det halve år før hospitalskontakten: under 50 %, højst en tiendedel derfra.",
  measure: (c) => {
    const match = {area_type: "country", area_id: "country", provider: "either"};
    const value = cellOf(c, "primary_care_contacts", match, "percent") ?? NaN;
    return [{group: "either", value, text: danishPercent(value), holds: value < 50 && value >= 45}];
  }
};

/** What the report says of care before the hospital, in words. */
export const primaryCare = publishedClaims<ComputedRegisters>(
  "dard_primary_care_contact.csv",
  "Kontakt med praksis før hospitalet",
  (row, _, i) => ({
    id: `P${i + 1}`,
    where: "kiropraktor eller fysioterapeut før hospitalet",
    text: [qualifiers[row.qualifier!] ?? row.qualifier, row.value, units[row.unit!] ?? row.unit]
      .filter(Boolean)
      .join(" "),
    measurement: measurementOf(row)
  })
);

function measurementOf({unit, qualifier, value}: DSVRowString): Measurement<ComputedRegisters> | undefined {
  if (unit === "percent" && qualifier === "lt" && value === "50") return justUnderHalf;
  if (unit !== "months" || qualifier !== "eq") return undefined;
  const {from} = indicator.windows.numerator;
  return {
    how: "Vinduet før kontakten.",
    measure: () => [stated(spanInWords(from), isSame(from, {months: -Number(value)}))]
  };
}

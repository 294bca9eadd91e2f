import type {DSVRowString} from "d3-dsv";
import {forms} from "./comparisons.js";
import {professionLabel, type Computed} from "../printed/computed.js";
import type {Measurement} from "./outcome.js";
import {publishedClaims} from "./published.js";
import {agrees, danish, decimalsOf} from "../printed/printedNumber.js";
import {quantityOf, whyNotAbout} from "./statementQuantities.js";

/** Every number in the running text. */
export const statements = publishedClaims("audit_statements.csv", "Tal i den løbende tekst", (row, computed) => ({
  id: row.claim_id!,
  where: professionLabel(computed, row.profession!),
  text: row.claim_da!,
  notAbout: whyNotAbout(row.measure!, row.subgroup!),
  measurement: measurementOf(row, computed)
}));

function measurementOf(row: DSVRowString, computed: Computed): Measurement | undefined {
  const quantity = quantityOf(row.measure!, row.subgroup!);
  const expected = expectations[row.qualifier!];
  if (!quantity || !expected) return undefined;
  const whole = quantity.whole ?? false;
  const printed = danish(Number(row.value), decimalsOf(row.value!));
  const near = close.has(row.claim_id!) ? ", højst en tiendedel derfra" : "";
  const unit = row.unit === "percent" ? " %" : "";
  const groups = quantity.eachForm && row.profession === "all" ? forms(computed) : [row.profession!];
  return {
    how: `${quantity.how}; ${expected.words(printed, whole)}${near}.`,
    measure: (c) =>
      groups.map((group) => {
        const value = quantity.value(c, group) ?? NaN;
        const decimals = whole ? 0 : Math.max(decimalsOf(row.value!), value < 1 ? 2 : 1);
        const text = `${professionLabel(c, group)} ${danish(value, decimals)}${unit}`;
        return {group, value, text, holds: expected.holds(value, Number(row.value), row)};
      })
  };
}

/** Claims whose words say that the number is close to a limit: "næsten 1/3", "godt 90". */
const close = new Set(["S029", "S041"]);

/** What the words beside a number say of the value. */
interface Expectation {
  holds(value: number, printed: number, row: DSVRowString): boolean;
  /** In Danish. */
  words(printed: string, whole: boolean): string;
}

const expectations: Record<string, Expectation> = {
  eq: {
    holds: (value, _, row) => agrees(row.value!, value),
    words: (printed, whole) => (whole ? `skal være ${printed}` : `skal afrundes til ${printed}`)
  },
  approx: {
    holds: (value, printed, row) =>
      Math.abs(value - printed) <= Math.max(0.5 * 10 ** -decimalsOf(row.value!), 0.05 * printed),
    words: (printed) => `skal være ${printed} inden for afrunding eller 5 % af tallet`
  },
  gt: {
    holds: (value, printed, row) => value > printed && (!close.has(row.claim_id!) || value <= 1.1 * printed),
    words: (printed) => `skal være over ${printed}`
  },
  lt: {
    holds: (value, printed, row) => value < printed && (!close.has(row.claim_id!) || value >= 0.9 * printed),
    words: (printed) => `skal være under ${printed}`
  }
};

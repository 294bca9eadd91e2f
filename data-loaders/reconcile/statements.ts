import type {DSVRowString} from "d3-dsv";
import {forms} from "./comparisons.js";
import {judge, notAbout, unmeasured, type Claim} from "./outcome.js";
import {professionLabel, type PublishedSource} from "./published.js";
import {agrees, danish, decimalsOf} from "./printedNumber.js";
import {quantityOf, whyNotAbout} from "./statementQuantities.js";

const source = "audit_statements.csv";

/** Every number in the running text. */
export const statements: PublishedSource = {
  source,
  title: "Tal i den løbende tekst",
  kind: "claims",
  compare: (rows, computed, explanations) =>
    rows.map((row) => {
      const claim: Claim = {
        source,
        id: row.claim_id!,
        where: professionLabel(computed, row.profession!),
        text: row.claim_da!
      };
      const why = whyNotAbout(row.measure!, row.subgroup!);
      if (why) return notAbout(claim, why);
      const quantity = quantityOf(row.measure!, row.subgroup!);
      if (!quantity) return unmeasured(claim);
      const unit = row.unit === "percent" ? " %" : "";
      const groups = quantity.eachForm && row.profession === "all" ? forms(computed) : [row.profession!];
      return judge(
        claim,
        {
          how: `${quantity.how}; ${expectation(row, quantity.whole)}.`,
          measure: (c) =>
            groups.map((group) => {
              const value = quantity.value(c, group) ?? NaN;
              const decimals = quantity.whole ? 0 : Math.max(decimalsOf(row.value!), value < 1 ? 2 : 1);
              return {
                group,
                value,
                text: `${professionLabel(c, group)} ${danish(value, decimals)}${unit}`,
                holds: holds(row, value)
              };
            })
        },
        computed,
        explanations
      );
    })
};

/** Claims whose words say that the number is close to a limit: "næsten 1/3", "godt 90". */
const close = new Set(["S029", "S041"]);

function holds(row: DSVRowString, value: number): boolean {
  const printed = Number(row.value);
  switch (row.qualifier) {
    case "eq":
      return agrees(row.value!, value);
    case "approx":
      return Math.abs(value - printed) <= Math.max(halfUnit(row.value!), 0.05 * printed);
    case "gt":
      return value > printed && (!close.has(row.claim_id!) || value <= 1.1 * printed);
    case "lt":
      return value < printed && (!close.has(row.claim_id!) || value >= 0.9 * printed);
    default:
      return false;
  }
}

function expectation(row: DSVRowString, whole = false): string {
  const value = danish(Number(row.value), decimalsOf(row.value!));
  const near = close.has(row.claim_id!) ? ", højst en tiendedel derfra" : "";
  switch (row.qualifier) {
    case "eq":
      return whole ? `skal være ${value}` : `skal afrundes til ${value}`;
    case "approx":
      return `skal være ${value} inden for afrunding eller 5 % af tallet`;
    case "gt":
      return `skal være over ${value}${near}`;
    default:
      return `skal være under ${value}${near}`;
  }
}

function halfUnit(printed: string): number {
  return 0.5 * 10 ** -decimalsOf(printed);
}

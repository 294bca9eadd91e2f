import {controlFlag, type Controlled} from "../rows/controlFlag.js";
import {count, decimal} from "../words/format.js";

const many = {municipality: "kommuner", region: "regioner"};

/**
 * How many areas lie outside the control limits beside how many chance alone would put there,
 * were they all alike: 1 in 20 outside the 95 % limits, 2 in 1000 outside the 99.8 % ones.
 */
export function flagged(rows: readonly Controlled[], level: keyof typeof many): string {
  const flags = rows.map(controlFlag).filter((flag) => flag !== null);
  if (flags.length === 0) return "Ingen områder har tal at sammenligne med kontrolgrænserne.";
  const outer = flags.filter((flag) => flag === "outside998").length;
  const outside = flags.filter((flag) => flag !== "inside").length;
  const expected = (share: number) => decimal(share * flags.length, share * flags.length < 1 ? 2 : 1);
  return (
    `${count(outside)} af ${count(flags.length)} ${many[level]} ligger uden for 95 %-kontrolgrænserne; alene ved tilfældighed ventes omkring ${expected(0.05)}. ` +
    `${count(outer)} ligger uden for 99,8 %-grænserne, hvor der ventes ${expected(0.002)}.`
  ).replace(/(\d) %/g, "$1\u00A0%");
}

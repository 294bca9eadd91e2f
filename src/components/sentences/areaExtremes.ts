import {maxIndex, minIndex} from "d3-array";
import {count, percent} from "../words/format.js";
import type {AreaShare} from "../rows/areaValue.js";

/** The two types of area, as a sentence names them. */
const many = {municipality: "kommuner", region: "regioner"};

/** Where the share is highest and lowest, and how many areas have none to show. */
export function areaExtremes(rows: readonly AreaShare[], level: keyof typeof many): string {
  const shown = rows.filter((row) => row.percent !== null);
  const hidden = rows.length - shown.length;
  const missing = hidden > 0 ? ` For ${count(hidden)} af ${count(rows.length)} ${many[level]} vises der ikke tal.` : "";
  if (shown.length < 2) return `Der er ikke tal nok til at sammenligne ${many[level]}.${missing}`;
  const high = shown[maxIndex(shown, (row) => row.percent!)]!;
  const low = shown[minIndex(shown, (row) => row.percent!)]!;
  const say = (row: AreaShare) => `${percent(row.percent)} i ${row.name}`;
  return `Andelen går fra ${say(low)} til ${say(high)}.${missing}`;
}

import {rangeInWords} from "../rows/range.js";
import {percent} from "../words/format.js";
import type {TriadRow} from "../rows/triadRows.js";
import {withInterval} from "./withInterval.js";

const printedText = ({percent: value, low, high}: TriadRow) =>
  value === null ? `${low!.toFixed(0)}–${percent(high, 0)}` : `omkring ${percent(value, 0)}`;

/**
 * How far the counted shares lie from the printed: for nerve roots the lowest and highest of
 * the professions, and the registers' unspecific pain.
 * @param who a profession in a sentence
 * @param where the hospitals of the registers' shares in a sentence
 */
export function triadSentence(rows: readonly TriadRow[], who: (profession: string) => string, where: string): string {
  const [unspecific, root] = ["unspecific", "nerve_root"].map((part) => rows.filter((row) => row.in === part));
  const printedOf = (of: readonly TriadRow[]) => of.find(({by}) => by === "printed");
  const professions = root!
    .filter((row) => row.by !== "printed" && row.by !== "registers" && row.percent !== null)
    .toSorted((a, b) => a.percent! - b.percent!);
  const [low, high, expected] = [professions[0], professions.at(-1), printedOf(root!)];
  const coded = unspecific!.find((row) => row.by === "registers");
  const range = coded && rangeInWords(coded, "percent", "%");
  const said = printedOf(unspecific!);
  return (
    [
      low &&
        high &&
        expected &&
        `Diasene venter nerverodspåvirkning hos ${printedText(expected)}; i auditten er der mistanke om rodtryk ved ${percent(low.percent)} af konsultationerne hos ${who(low.by)} og ${percent(high.percent)} hos ${who(high.by)}.`,
      coded &&
        said &&
        (coded.percent === null && !range
          ? `Hvor mange patienter der i registrene er kodet som rygsmerter uden nærmere årsag, er skjult.`
          : `Uspecifikke smerter ventes hos ${printedText(said)}; på ${where} er ${range ?? withInterval(coded)} af patienterne kodet som rygsmerter.`)
    ]
      .filter(Boolean)
      .join(" ") || "Der er ikke tal nok til at sammenligne med de trykte andele."
  );
}

import {csvParse} from "d3-dsv";
import {group, sum} from "d3-array";
import type {HandIn} from "../../src/domain/handIn.js";
import type {Codebook} from "../ground/codebook.js";
import type {Received} from "./receive.js";

const became = {new: "modtaget", more: "modtaget, flere end før", known: "modtaget i forvejen"};

/**
 * What was received, in lines of at most 100 columns: a table of participants, what each leaves blank, what was wrong,
 * who of the invited is missing, and a reminder to them.
 * @param invited `profession participant`, where the organiser knows
 */
export function describeReceived(
  received: readonly Received[],
  codebook: Codebook,
  invited: readonly string[] = []
): string[] {
  const handIns = received.flatMap(({handIn, merged}) => (handIn && merged ? [{...handIn, merged}] : []));
  // The largest hand-in of a participant's round has all of the others.
  const latest = [
    ...group(handIns, ({profession, participant, round}) => `${profession} ${participant} ${round}`).values()
  ].map((same) => same.toSorted((a, b) => b.rows - a.rows)[0]!);
  const faults = received.flatMap(({fault}) => (fault ? [fault] : []));
  const here = new Set(latest.map(({profession, participant}) => `${profession} ${participant}`));
  const missing = invited.filter((one) => !here.has(one));
  return [
    `${many(received.length, "fil", "er")}: ${many(latest.length, "deltager", "e")}, ${many(
      sum(latest, ({rows}) => rows),
      "registrering",
      "er"
    )}, ${faults.length} med fejl.`,
    ...latest.flatMap((one) => [
      `  ${one.profession} ${one.participant}, runde ${one.round}: ${one.rows} fra ${one.first} til ${one.last}, ${became[one.merged]}`,
      ...blanks(one, codebook)
    ]),
    ...faults.map((fault) => `FEJL: ${fault}`),
    ...(invited.length > 0
      ? [
          `Mangler ${missing.length} af ${invited.length} inviterede${missing.length > 0 ? `: ${missing.join(", ")}` : ""}.`
        ]
      : []),
    ...missing.map(
      (one) =>
        `PÅMINDELSE til ${one}: Vi har endnu ikke modtaget dine registreringer til »${codebook.title}«. Åbn skemaet, og tryk »Aflever«.`
    )
  ];
}

function many(number: number, word: string, ending: string): string {
  return `${number} ${word}${number === 1 ? "" : ending}`;
}

/** The questions that at least a fifth of a participant's registrations leave open. */
function blanks({csv, profession, rows}: HandIn, codebook: Codebook): string[] {
  const table = csvParse(csv);
  const form = codebook.professions.find(({id}) => id === profession)!;
  const open = form.questions.flatMap(({id, block, type, answers}) => {
    const columns = type === "single" ? [id] : answers.map((answer) => `${id}.${answer.id}`);
    const left = table.filter((row) => columns.every((column) => !row[column])).length;
    return left * 5 >= rows ? [`${block.toLocaleLowerCase("da")} (${left} af ${rows})`] : [];
  });
  // A line is no longer than a terminal; the rest stands in the extract.
  const rest = open.length > 3 ? ` og ${open.length - 3} til` : "";
  return open.length > 0 ? [`    står ofte åbne: ${open.slice(0, 3).join(", ")}${rest}`] : [];
}

import {byAnswer, drawnProfessions, pointOf, type AnswerRow, type ProfessionsOptions} from "./answerRow.js";
import {answerRows, percentAxis, type Lane} from "./answerRows.js";
import {absence} from "./chart.js";
import type {LegendItem} from "./legend.js";

/** One side of a pair. The first is drawn hollow, the second filled. */
export interface Side<Row> {
  label: string;
  holds: (row: Row) => boolean;
}

/**
 * Two percentages of the same answer joined per profession (a dumbbell), each with its 95 % interval. What is
 * compared is one profession with itself, so a form without the answer is left out of that answer's lanes.
 */
function pairedRows<Row extends AnswerRow>(
  rows: Row[],
  sides: [Side<Row>, Side<Row>],
  options: ProfessionsOptions
): SVGSVGElement {
  const drawn = drawnProfessions(rows, options);
  const blocks = byAnswer(rows).map(({label, rows}) => ({
    label,
    lanes: drawn
      .filter(({id}) => rows.some((row) => row.profession === id))
      .map(({id, label, short, style}): Lane => {
        const pair = sides.map((side, i) => {
          const row = rows.find((r) => r.profession === id && side.holds(r));
          return {side, row, point: pointOf(row, `${label}, ${side.label.toLowerCase()}`, i === 0)};
        });
        const points = pair.flatMap(({point}) => point ?? []);
        const missing = pair.filter(({point}) => !point);
        return {
          style,
          points,
          ...(missing.length > 0 && {note: noteOf(missing, short, points.length > 0)})
        };
      })
  }));
  const neutral = {color: "currentColor", symbol: "circle"} as const;
  const items: LegendItem[] = [
    ...drawn.map(({label, style}) => ({label, ...style})),
    {label: sides[0].label, ...neutral, hollow: true},
    {label: sides[1].label, ...neutral}
  ];
  return answerRows(
    blocks,
    percentAxis("Procent af registreringerne, med 95 %-interval"),
    blocks.length > 0 ? items : [],
    options
  );
}

function noteOf<Row extends AnswerRow>(
  missing: {side: Side<Row>; row: Row | undefined}[],
  short: string,
  oneDrawn: boolean
): string {
  if (oneDrawn) {
    const {side, row} = missing[0]!;
    return `${side.label.toLowerCase()}: ${row ? absence(row) : "ingen registreringer"}`;
  }
  const reasons = new Set(missing.filter(({row}) => row).map(({row}) => absence(row)));
  return `${short}: ${[...reasons].join(", ")}`;
}

export interface FirstLaterRow extends AnswerRow {
  /** Rows of other consultations are passed over. */
  consultation: string;
}

/** First against later consultations: per answer and profession a hollow dot and a filled one, joined. */
export function firstLater(rows: FirstLaterRow[], options: ProfessionsOptions): SVGSVGElement {
  return pairedRows(
    rows.filter((row) => row.consultation === "first" || row.consultation === "later"),
    [
      {label: "Første konsultation", holds: (row) => row.consultation === "first"},
      {label: "Senere eller uoplyst", holds: (row) => row.consultation === "later"}
    ],
    options
  );
}

export interface GroupedShareRow extends AnswerRow {
  /** `all` or `severe`; rows of other groups are passed over. */
  patient_group: string;
}

export interface GroupedShareOptions extends ProfessionsOptions {
  /** What the code book calls the severely affected. */
  severeLabel?: string;
}

/**
 * The severely affected against all patients: per answer and profession a hollow dot (all)
 * and a filled one (severe), joined.
 */
export function groupedShare(rows: GroupedShareRow[], options: GroupedShareOptions): SVGSVGElement {
  return pairedRows(
    rows.filter((row) => row.patient_group === "all" || row.patient_group === "severe"),
    [
      {label: "Alle patienter", holds: (row) => row.patient_group === "all"},
      {label: options.severeLabel ?? "Svært påvirkede", holds: (row) => row.patient_group === "severe"}
    ],
    options
  );
}

import {max} from "d3-array";
import {byAnswer, drawnProfessions, pointOf, type AnswerRow, type ProfessionsOptions} from "./answerRow.js";
import {answerRows, percentAxis} from "./answerRows.js";
import {absence} from "./chart.js";

export interface DotIntervalOptions extends ProfessionsOptions {
  /** Ends the axis at the largest value, in tens, instead of at 100 %. */
  fit?: boolean;
}

/**
 * Professions compared: answers below each other, one dot with its 95 % interval per profession. An answer without a
 * row for a profession is one its form does not have, and the chart says so.
 */
export function dotInterval(rows: AnswerRow[], options: DotIntervalOptions): SVGSVGElement {
  const drawn = drawnProfessions(rows, options);
  const blocks = byAnswer(rows).map(({label, rows}) => ({
    label,
    lanes: drawn.map(({id, label, short, style}) => {
      const row = rows.find((r) => r.profession === id);
      const point = pointOf(row, label);
      return {style, points: point ? [point] : [], ...(!point && {note: `${short}: ${absence(row)}`})};
    })
  }));
  const items = drawn.map(({label, style}) => ({label, ...style}));
  const highest = options.fit ? max(rows, (row) => row.high ?? row.percent ?? row.percent_most ?? 0) : 100;
  return answerRows(
    blocks,
    percentAxis("Procent af registreringerne, med 95\u00A0%-interval", highest),
    items,
    options
  );
}

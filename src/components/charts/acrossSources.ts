import {max} from "d3-array";
import {whyNoShare} from "../rows/areaValue.js";
import type {MirrorShare} from "../rows/mirrorRows.js";
import {count, interval, percent} from "../words/format.js";
import {byAnswer, drawnProfessions, pointOf, type AnswerRow} from "./answerRow.js";
import {answerRows, percentAxis, rangePoint, type AnswerBlock, type LanePoint} from "./answerRows.js";
import {absence, isDrawable, type ChartOptions, type ChartProfession} from "./chart.js";
import type {SeriesStyle} from "./colors.js";

export interface AcrossSourcesOptions extends ChartOptions {
  /** All professions of the code book, in its order. */
  professions: ChartProfession[];
  /** The areas in the order they are drawn, with the name each has in the chart. */
  areas: readonly {id: string; label: string}[];
  /** The area that is the whole of the others, by id. */
  country: string;
  /** The area whose name is set off from the others, by id: the one the audit was made in. */
  marked: string;
  /** What stands above each source's part. */
  parts: {audit: string; registers: string};
}

/** Areas have no hue: the hues are the professions'. */
const areaStyle: SeriesStyle = {color: "currentColor", symbol: "circle", dash: ""};
const countryStyle: SeriesStyle = {...areaStyle, symbol: "diamond2"};

/**
 * The professions of an audit above, the areas of registers below, on one axis: an answer or a measure below the other,
 * each with a line for everybody who has it.
 */
export function acrossSources(
  audit: AnswerRow[],
  registers: readonly MirrorShare[],
  options: AcrossSourcesOptions
): SVGSVGElement {
  const blocks = [
    ...inPart(options.parts.audit, auditBlocks(audit, options)),
    ...inPart(options.parts.registers, registerBlocks(registers, options))
  ];
  const highest = max([...audit, ...registers], (row) => row.high ?? row.percent ?? row.percent_most ?? 0);
  return answerRows(blocks, percentAxis("Procent, med 95\u00A0%-interval", highest), [], options);
}

/** Blocks with the heading of their part above the first. */
function inPart(part: string, [first, ...others]: AnswerBlock[]): AnswerBlock[] {
  return first ? [{...first, part}, ...others] : [];
}

function auditBlocks(rows: AnswerRow[], options: AcrossSourcesOptions): AnswerBlock[] {
  const drawn = drawnProfessions(rows, options);
  return byAnswer(rows).map(({label, rows}) => ({
    label,
    lanes: drawn.map(({id, label, short: name, style}) => {
      const row = rows.find(({profession}) => profession === id);
      const point = pointOf(row, label);
      return {style, name, points: point ? [point] : [], ...(!point && {note: absence(row)})};
    })
  }));
}

function registerBlocks(rows: readonly MirrorShare[], {areas, country, marked}: AcrossSourcesOptions): AnswerBlock[] {
  return [...new Set(rows.map(({label}) => label))].map((label) => ({
    label,
    lanes: areas.flatMap(({id, label: name}) => {
      const row = rows.find((one) => one.label === label && one.area === id);
      if (!row) return [];
      const point = areaPoint(row, name);
      return {
        style: id === country ? countryStyle : areaStyle,
        name,
        marked: id === marked,
        points: point ? [point] : [],
        ...(!point && {note: whyNoShare(row.status)})
      };
    })
  }));
}

function areaPoint(row: MirrorShare, name: string): LanePoint | undefined {
  const {label, percent: x, low, high, n, total} = row;
  if (!isDrawable(x)) return rangePoint(row, `${name}: ${label}`);
  const title = `${name}: ${label}\n${percent(x)} (${interval(low, high)}); ${count(n)} af ${count(total)} patienter`;
  return {x, low, high, title};
}

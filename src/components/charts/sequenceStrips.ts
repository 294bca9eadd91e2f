import * as Plot from "@observablehq/plot";
import {sum} from "d3-array";
import {absenceOf} from "../../domain/status.js";
import {BACKGROUND, professionStyles} from "./colors.js";
import {count, HIDDEN, percent} from "../words/format.js";
import {rangeText, valueOrRange, type Ranged} from "../rows/range.js";
import {sequenceSides} from "../../domain/pathways.js";
import {emptyChart, isNarrow, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {textWidth} from "./labels.js";
import {legend} from "./legend.js";

/** One sequence of events and how many had it. */
export interface SequenceRow extends Ranged<"patients" | "percent"> {
  /** `physiotherapist | medicine mri`: `|` comes before the first hospital contact. */
  sequence: string;
  /** Null when hidden. */
  patients: number | null;
  percent: number | null;
  /** Rules that the order alone departs from, such as `PR40 PR68`. */
  departs: string | null;
  status?: string;
}

/** The name of a kind of event, in full and where there is little room, and which group colours it. */
export interface KindWord {
  label: string;
  short: string;
  group: string;
}

export interface SequenceOptions extends ChartOptions {
  kinds: Record<string, KindWord>;
  /** The groups in Danish by id; colours follow their order. */
  groups: Record<string, string>;
}

const FONT = 11;
const BLOCK = 20;
const GAP = 4;
const departure = "#cd4a10";

/**
 * Sequences as strips, one below the other: what came before the first hospital contact stands to the left of the
 * line, the contact and what came after it to the right. On a phone the numbers stand above the strip.
 */
export function sequenceStrips(rows: readonly SequenceRow[], options: SequenceOptions): SVGSVGElement {
  if (rows.length === 0) return emptyChart(options);
  const [width, narrow] = [widthOf(options), isNarrow(options)];
  const digits = Math.max(...rows.map((row) => row.percent ?? 0)) < 1 ? 2 : 1;
  const sides = rows.map((row) => ({
    ...row,
    ...sequenceSides(row.sequence),
    numbers: numbersOf(row, digits),
    why: row.patients === null ? (rangeText(row, "patients") ?? absenceOf(row.status)?.short ?? HIDDEN) : undefined,
    rules: row.departs ?? ""
  }));
  const roomy = layout(sides, options.kinds, "label", narrow);
  const {place, index} = roomy.width <= width ? roomy : layout(sides, options.kinds, "short", narrow);

  const styles = professionStyles(Object.keys(options.groups).map((id) => ({id})));
  const used = new Set(
    sides.flatMap(({before, after}) => [...before, ...after].map((kind) => options.kinds[kind]!.group))
  );
  const key = legend(
    [
      ...Object.entries(options.groups)
        .filter(([id]) => used.has(id))
        .map(([id, label]) => ({label, color: styles.get(id)!.color, block: 0.5})),
      ...(sides.some(({rules}) => rules)
        ? [{label: "Afviger fra en regel", color: departure, symbol: "triangle" as const}]
        : [])
    ],
    width
  );
  const step = narrow ? 48 : BLOCK + 8;
  const marginTop = key.height + (narrow ? 4 : 24);
  const strips = sides.map((row, i) => ({...row, y: marginTop + i * step + (narrow ? 24 : 0), ...place(row)}));
  const blocks = strips.flatMap(({y, blocks: own}) =>
    own.map((block) => ({...block, y1: y, y2: y + BLOCK, color: styles.get(options.kinds[block.kind]!.group)!.color}))
  );
  const middle = (strip: {y: number}) => strip.y + BLOCK / 2;
  const departing = strips.filter((strip) => strip.rules);
  const nameOf = (row: (typeof strips)[number]) =>
    `${[...row.before, ...row.after].map((kind) => options.kinds[kind]!.label).join(" → ")}\n${row.why ?? row.numbers}`;

  return plotSvg(options, {
    height: marginTop + rows.length * step + 6,
    marginTop,
    marginLeft: 0,
    marginRight: 0,
    marginBottom: 6,
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    marks: [
      ...(narrow
        ? []
        : [
            Plot.text(["Før"], {x: index - GAP, y: marginTop - 10, textAnchor: "end", fillOpacity: 0.75}),
            Plot.text(["Første kontakt og året efter"], {
              x: index + GAP,
              y: marginTop - 10,
              textAnchor: "start",
              fillOpacity: 0.75
            }),
            Plot.ruleX([index], {
              y1: marginTop - 18,
              y2: marginTop + rows.length * step,
              stroke: "currentColor",
              strokeOpacity: 0.5
            })
          ]),
      ...(narrow
        ? [
            Plot.ruleX(
              strips.filter(({before}) => before.length > 0),
              {x: "line", y1: (s) => s.y - 2, y2: (s) => s.y + BLOCK + 2, stroke: "currentColor", strokeOpacity: 0.7}
            )
          ]
        : []),
      Plot.rect(blocks, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        rx: 3,
        fill: "color",
        fillOpacity: 0.22,
        stroke: "color",
        strokeWidth: 1
      }),
      Plot.text(blocks, {x: (b) => (b.x1 + b.x2) / 2, y: (b) => (b.y1 + b.y2) / 2, text: "text", fontSize: FONT}),
      Plot.text(
        strips,
        narrow
          ? {x: 4, y: (s) => s.y - 10, text: (s) => s.why ?? s.numbers, textAnchor: "start", fontWeight: 600}
          : {x: numbersWidth - 8, y: middle, text: "numbers", textAnchor: "end"}
      ),
      Plot.dot(departing, {
        x: narrow ? width - textWidth("PR40 PR68 PR69") - 8 : (s) => s.end + 12,
        y: narrow ? (s) => s.y - 10 : middle,
        symbol: "triangle",
        r: 4.5,
        fill: departure,
        stroke: BACKGROUND
      }),
      Plot.text(departing, {
        x: narrow ? width - textWidth("PR40 PR68 PR69") : (s) => s.end + 20,
        y: narrow ? (s) => s.y - 10 : middle,
        text: "rules",
        textAnchor: "start",
        fontSize: FONT
      }),
      Plot.rect(strips, {
        x1: 0,
        x2: width,
        y1: (s) => s.y - (narrow ? 20 : 0),
        y2: (s) => s.y + BLOCK,
        fill: "transparent",
        title: nameOf
      }),
      ...key.marks({marginTop, marginLeft: 0})
    ]
  });
}

const numbersWidth = 116;

function numbersOf(row: SequenceRow, digits: number): string {
  const {patients, percent: share} = row;
  return patients === null ? valueOrRange(row, "patients") : `${count(patients)} (${percent(share, digits)})`;
}

interface Strip {
  before: string[];
  after: string[];
  rules: string;
}

/**
 * Where the blocks of a strip lie. Beside the numbers all strips meet in one line; below them, each begins at the left.
 */
function layout(strips: Strip[], kinds: SequenceOptions["kinds"], word: "label" | "short", below: boolean) {
  const sizeOf = (kind: string) => textWidth(kinds[kind]![word], FONT) + 8;
  const lengthOf = (list: string[]) => sum(list, (kind) => sizeOf(kind) + GAP);
  const index = numbersWidth + Math.max(36, ...strips.map(({before}) => lengthOf(before)));
  const place = ({before, after}: Strip) => {
    const line = !below ? index : before.length > 0 ? 2 + lengthOf(before) : 2 - GAP;
    let x = line - lengthOf(before);
    const blocks = [...before, ...after].map((kind, i) => {
      if (i === before.length) x = line + GAP;
      const block = {kind, text: kinds[kind]![word], x1: x, x2: x + sizeOf(kind)};
      x = block.x2 + GAP;
      return block;
    });
    return {blocks, line, end: x - GAP};
  };
  const width = Math.max(
    ...strips.map((strip) => place(strip).end + (strip.rules && !below ? 24 + textWidth(strip.rules, FONT) : 4))
  );
  return {place, index, width};
}

import * as Plot from "@observablehq/plot";
import {max} from "d3-array";
import {absenceOf, type Status} from "../../domain/status.js";
import {BACKGROUND} from "./colors.js";
import {HIDDEN, percent} from "../words/format.js";
import {drawnProfessions, type ProfessionsOptions} from "./answerRow.js";
import {emptyChart, isDrawable, plotSvg, widthOf} from "./chart.js";
import {bandLabel, bandStart} from "./labels.js";
import {legend} from "./legend.js";
import {panels} from "./panels.js";
import {rangeItem, rangeStyle} from "./rangeMarks.js";
import {rangeOf, valueOrRange, type Ranged} from "../rows/range.js";

/** The share of one sex of one profession's registrations in one age band (a row of `audit_ages` with its label). */
export interface AgePyramidRow extends Ranged<"n" | "percent"> {
  /** `all` gives the outline laid over every panel. */
  profession: string;
  label?: string;
  /**
   * Rows of other sexes than `female` and `male` are passed over, but where both are missing:
   * then `all` is drawn, to the right.
   */
  sex: string;
  /** Such as `18-29` or `80+`; `17` is under 18. The band `missing` is passed over. */
  age_band: string;
  /** Percent of that sex with a known age, 0 to 100; null when hidden. */
  percent: number | null;
  n?: number | null;
  total?: number | null;
  status?: Status;
}

const HEAD = 2.2;
const BAND = 19;

/**
 * Age pyramids, one panel a profession: women to the left, men to the right, or both
 * together, all professions as an outline.
 */
export function agePyramid(rows: AgePyramidRow[], options: ProfessionsOptions): SVGSVGElement {
  const apart = rows.some((row) => row.sex === "female" || row.sex === "male");
  const sexes = apart ? ["female", "male"] : ["all"];
  const known = rows.filter((row) => sexes.includes(row.sex) && row.age_band !== "missing");
  const drawn = drawnProfessions(known, options);
  if (drawn.length === 0) return emptyChart(options);
  const bands = [...new Set(known.map((row) => row.age_band))].sort((a, b) => bandStart(b) - bandStart(a));
  const outline = outlineOf(
    known.filter((row) => row.profession === "all"),
    bands,
    sexes
  );
  const anyRange = known.some((row) => row.profession !== "all" && rangeOf(row, "percent"));
  const key = legend(
    [
      ...(outline.length > 0 ? [{label: "Alle faggrupper tilsammen", color: "currentColor", line: ""}] : []),
      ...(anyRange ? [rangeItem] : [])
    ],
    widthOf(options)
  );
  const grid = panels(
    drawn.map((p) => p.id),
    {
      width: widthOf(options),
      panelWidth: 270,
      panelHeight: (bands.length + HEAD) * BAND,
      gap: 40,
      columnGap: 48,
      marginTop: key.height,
      marginLeft: 66,
      marginRight: 24,
      marginBottom: 40
    }
  );
  const heads = drawn.map(({id, label}) => ({...grid.place(id), label}));
  const bars = drawn.flatMap(({id, style}) =>
    known
      .filter((row) => row.profession === id)
      .map((row) => {
        const sign = row.sex === "female" ? -1 : 1;
        const range = rangeOf(row, "percent");
        return {
          ...row,
          ...grid.place(id)!,
          y: bands.indexOf(row.age_band),
          x: isDrawable(row.percent) ? sign * row.percent : range ? sign * range.least : null,
          most: range && sign * range.most,
          sign,
          color: style.color
        };
      })
  );
  const hidden = bars.filter((bar) => bar.x === null && bar.status !== "none");
  const widest = max(known, (row) => row.percent ?? row.percent_most ?? 0) || 10;
  const edge = Math.ceil(widest / 10) * 10;
  return plotSvg(options, {
    ...grid.plot,
    x: {domain: [apart ? -edge : 0, edge]},
    y: {domain: [bands.length, -HEAD]},
    marks: [
      Plot.axisY(
        bands.map((_, i) => i + 0.5),
        {tickFormat: (y: number) => ageLabel(bands[Math.floor(y)]!), tickSize: 0, label: null}
      ),
      Plot.axisX([...(apart ? [-edge, -edge / 2] : []), 0, edge / 2, edge], {
        tickFormat: (x: number) => percent(Math.abs(x), 0),
        label: null,
        facetAnchor: null
      }),
      Plot.ruleX(
        bars.filter((b) => b.y === 0 && b.sign === 1),
        {x: () => 0, fx: "fx", fy: "fy", y1: 0, y2: bands.length, strokeOpacity: 0.5}
      ),
      // The sexes differ by side and by name, so shade is only a third cue.
      Plot.rect(
        bars.filter((bar) => bar.x !== null),
        {
          x1: () => 0,
          x2: "x",
          y1: "y",
          y2: (d) => d.y + 1,
          fx: "fx",
          fy: "fy",
          fill: "color",
          fillOpacity: (d) => (d.sign < 0 ? 0.65 : 1),
          insetTop: 1,
          insetBottom: 1,
          title: titleOf
        }
      ),
      Plot.rect(
        bars.filter(({most}) => most !== undefined),
        {
          ...rangeStyle,
          x1: "x",
          x2: "most",
          y1: "y",
          y2: (d) => d.y + 1,
          fx: "fx",
          fy: "fy",
          fill: "color",
          stroke: "color",
          insetTop: 1,
          insetBottom: 1,
          title: titleOf
        }
      ),
      Plot.line(outline, {x: "x", y: "y", z: "z", stroke: "currentColor", strokeWidth: 1.5}),
      ...[-1, 1].map((side) =>
        Plot.text(hidden, {
          x: () => 0,
          y: (d) => d.y + 0.5,
          fx: "fx",
          fy: "fy",
          text: () => "skjult",
          textAnchor: side < 0 ? "end" : "start",
          dx: 4 * side,
          fontStyle: "italic",
          stroke: BACKGROUND,
          fill: "currentColor",
          filter: (d) => d.sign === side
        })
      ),
      Plot.text(heads, {
        fx: "fx",
        fy: "fy",
        x: () => (apart ? 0 : edge / 2),
        y: () => -1.55,
        text: "label",
        fontWeight: 600,
        fontSize: 13
      }),
      Plot.text(heads, {
        fx: "fx",
        fy: "fy",
        frameAnchor: "left",
        y: () => -0.5,
        dx: -4,
        text: () => "Alder (år)",
        textAnchor: "end"
      }),
      ...(apart
        ? [Plot.text(heads, {fx: "fx", fy: "fy", x: () => -edge / 2, y: () => -0.5, text: () => "Kvinder"})]
        : []),
      Plot.text(heads, {
        fx: "fx",
        fy: "fy",
        x: () => edge / 2,
        y: () => -0.5,
        text: () => (apart ? "Mænd" : "Kvinder og mænd")
      }),
      ...key.marks(grid.plot)
    ]
  });
}

function ageLabel(band: string): string {
  return band === "17" ? "under 18" : bandLabel(band);
}

function titleOf(row: AgePyramidRow): string {
  const why = rangeOf(row, "percent") ? ` (${absenceOf(row.status)?.short ?? HIDDEN})` : "";
  const sex = row.sex === "female" ? "kvinder" : row.sex === "male" ? "mænd" : "kvinder og mænd";
  return `${row.label ?? ""} ${sex}, ${ageLabel(row.age_band)} år: ${valueOrRange(row, "percent", "%")}${why}`.trim();
}

/** Corners of the step line around the bars of all professions, one line a sex, closed at the middle. */
function outlineOf(
  rows: AgePyramidRow[],
  bands: string[],
  sexes: string[]
): {x: number | null; y: number; z: string}[] {
  if (rows.length === 0) return [];
  return sexes.flatMap((z) => [
    {x: 0, y: 0, z},
    ...bands.flatMap((band, y) => {
      const row = rows.find((r) => r.sex === z && r.age_band === band);
      // A hidden band is a gap in the line: Plot breaks it at null. A band nobody is in is as narrow as it gets.
      const percent = row ? row.percent : 0;
      const x = isDrawable(percent) ? (z === "female" ? -percent : percent) : null;
      return [
        {x, y, z},
        {x, y: y + 1, z}
      ];
    }),
    {x: 0, y: bands.length, z}
  ]);
}

import * as Plot from "@observablehq/plot";
import {group} from "d3-array";
import {BACKGROUND} from "./colors.js";
import {compareDanish} from "../words/format.js";
import {drawnProfessions, type ProfessionsOptions} from "./answerRow.js";
import {emptyChart, plotSvg, widthOf} from "./chart.js";
import {anchorOf, bandLabel, bandStart} from "./labels.js";
import {legend} from "./legend.js";

/** One participant and how many registrations it made, as a band (published tables hold no exact number). */
export interface RegistrationsRow {
  profession: string;
  /** The participant's number, or the hash of their private code. */
  participant: string | number;
  /** Such as `5-9` or `50+`; null when hidden. */
  registrations_band: string | null;
}

export interface RegistrationsOptions extends ProfessionsOptions {
  /** The reader's own bar. */
  own?: {profession: string; participant: string} | null;
  /** Whether participants are shown by private codes: then no column has a name. */
  unnamed?: boolean;
}

/** What bands are called and in which order they stand. */
export function bandsOf(rows: RegistrationsRow[]): string[] {
  const bands = new Set(rows.map((row) => row.registrations_band ?? "skjult"));
  return [...bands].sort((a, b) => bandStart(a) - bandStart(b));
}

/** All participants in steps: one column a participant, fewest registrations first, coloured by profession. */
export function registrationsPerParticipant(rows: RegistrationsRow[], options: RegistrationsOptions): SVGSVGElement {
  const drawn = drawnProfessions(rows, options);
  const kept = rows.filter((row) => drawn.some((p) => p.id === row.profession));
  if (kept.length === 0) return emptyChart(options);
  const bands = bandsOf(kept);
  const columns = kept
    .map((row) => {
      const order = drawn.findIndex((p) => p.id === row.profession);
      const {label, style} = drawn[order]!;
      const step = bands.indexOf(row.registrations_band ?? "skjult");
      return {...row, no: String(row.participant), step, order, name: label, ...style};
    })
    .sort((a, b) => a.step - b.step || a.order - b.order || compareDanish(a.no, b.no))
    .map((row, i) => ({...row, i}));
  // A symbol above each run of one profession: columns are too thin for anything but colour.
  const runs = [...group(columns, (d) => `${d.step} ${d.profession}`).values()].map((run) => ({
    ...run[0]!,
    middle: (run[0]!.i + run.at(-1)!.i + 1) / 2,
    size: run.length
  }));
  const own = columns.filter(
    (d) => options.own && d.profession === options.own.profession && d.no === options.own.participant.trim()
  );
  const width = widthOf(options);
  const key = legend(
    drawn.map(({label, style}) => ({label, ...style})),
    width
  );
  const marginTop = key.height + 22;
  const marginLeft = 58;
  return plotSvg(options, {
    height: marginTop + bands.length * 34 + 46,
    marginTop,
    marginLeft,
    marginRight: 12,
    marginBottom: 46,
    x: {domain: [0, columns.length]},
    y: {domain: [0, bands.length]},
    marks: [
      Plot.gridY(bands.map((_, i) => i + 1)),
      Plot.axisY(
        bands.map((_, i) => i + 1),
        {tickFormat: (y: number) => bandLabel(bands[y - 1]!), tickSize: 0, label: null}
      ),
      Plot.axisX({
        ticks: width < 480 ? 4 : 8,
        label: "Deltagere, færrest registreringer først",
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 38,
        tickFormat: (x: number) => String(x)
      }),
      Plot.text(["Registreringer"], {
        frameAnchor: "top-left",
        dx: 4 - marginLeft,
        dy: -16,
        textAnchor: "start",
        lineAnchor: "bottom"
      }),
      Plot.rect(columns, {
        x1: "i",
        x2: (d) => d.i + 1,
        y1: () => 0,
        y2: (d) => d.step + 1,
        fill: "color",
        insetLeft: 0.25,
        insetRight: 0.25,
        title: (d) =>
          `${d.name}, deltager${options.unnamed ? "" : ` ${d.no}`}: ${bandLabel(bands[d.step]!)} registreringer`
      }),
      Plot.dot(runs, {
        x: "middle",
        y: (d) => d.step + 1,
        dy: -7,
        symbol: "symbol",
        fill: "color",
        r: 3.5,
        title: (d) => `${d.name}: ${d.size} ${d.size === 1 ? "deltager" : "deltagere"}`
      }),
      Plot.rect(own, {
        x1: "i",
        x2: (d) => d.i + 1,
        y1: () => 0,
        y2: (d) => d.step + 1,
        stroke: "currentColor",
        strokeWidth: 1.5,
        fill: "none"
      }),
      Plot.text(own, {
        x: (d) => d.i + 0.5,
        y: (d) => d.step + 1,
        text: () => "▼ dig",
        dy: -20,
        fontWeight: 700,
        stroke: BACKGROUND,
        fill: "currentColor",
        textAnchor: anchorOf(own[0]?.i ?? 0, columns.length)
      }),
      Plot.ruleY([0]),
      ...key.marks({marginTop, marginLeft})
    ]
  });
}

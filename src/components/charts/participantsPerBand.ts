import * as Plot from "@observablehq/plot";
import {max, rollup} from "d3-array";
import {count} from "../words/format.js";
import {drawnProfessions} from "./answerRow.js";
import {emptyChart, plotSvg, widthOf} from "./chart.js";
import {bandLabel} from "./labels.js";
import {panels} from "./panels.js";
import {bandsOf, type RegistrationsOptions, type RegistrationsRow} from "./registrationsPerParticipant.js";

const HEIGHT = 130;

/** How many participants made how many registrations: one panel a profession, one bar a band. */
export function participantsPerBand(rows: RegistrationsRow[], options: RegistrationsOptions): SVGSVGElement {
  const drawn = drawnProfessions(rows, options);
  const kept = rows.filter((row) => drawn.some((p) => p.id === row.profession));
  if (kept.length === 0) return emptyChart(options);
  const bands = bandsOf(kept);
  const counts = rollup(
    kept,
    (of) => of.length,
    (row) => row.profession,
    (row) => row.registrations_band ?? "skjult"
  );
  const grid = panels(
    drawn.map((p) => p.id),
    {
      width: widthOf(options),
      panelWidth: 270,
      panelHeight: HEIGHT,
      gap: 46,
      columnGap: 24,
      marginTop: 8,
      marginLeft: 10,
      marginRight: 10,
      marginBottom: 54
    }
  );
  const bars = drawn.flatMap(({id, label, style}) =>
    bands.map((band) => ({
      ...grid.place(id)!,
      band,
      label,
      participants: counts.get(id)?.get(band) ?? 0,
      color: style.color
    }))
  );
  const heads = drawn.map(({id, label}) => ({
    ...grid.place(id)!,
    label: `${label} (${count(kept.filter((row) => row.profession === id).length)})`
  }));
  const highest = max(bars, (bar) => bar.participants)!;
  return plotSvg(options, {
    ...grid.plot,
    x: {domain: bands, padding: 0.25, label: null},
    // Room for the heading and for the number above the highest bar.
    y: {domain: [0, highest * 1.5], axis: null},
    marks: [
      Plot.barY(bars, {
        fx: "fx",
        fy: "fy",
        x: "band",
        y: "participants",
        fill: "color",
        title: (d) =>
          `${d.label}, ${bandLabel(d.band)} registreringer: ${count(d.participants)} ${d.participants === 1 ? "deltager" : "deltagere"}`
      }),
      Plot.ruleY(heads, {fx: "fx", fy: "fy", y: () => 0}),
      Plot.text(bars, {fx: "fx", fy: "fy", x: "band", y: "participants", text: (d) => count(d.participants), dy: -8}),
      Plot.axisX({facetAnchor: null, tickSize: 0, tickFormat: bandLabel, label: null}),
      Plot.text(heads, {fx: "fx", fy: "fy", frameAnchor: "top-left", text: "label", fontWeight: 600, fontSize: 13}),
      Plot.text(["Vandret: registreringer pr. deltager. Lodret: deltagere."], {
        facet: "super",
        frameAnchor: "bottom-left",
        dy: 48,
        lineAnchor: "bottom"
      })
    ]
  });
}

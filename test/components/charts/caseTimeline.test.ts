import {expect, test} from "vitest";
import {caseTimeline, type TimelineEvent} from "../../../src/components/charts/caseTimeline.js";
import {document, expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";

refuseWarnings();

const lanes = {home: "Hjemme", primary: "Praksissektor", hospital: "Sygehus"};
const options = {lanes, title: "Et forløb", description: "En vurdering følger.", document};
const events: TimelineEvent[] = [
  {no: 1, day: -3650, sector: "home", text: "Ondt i årevis", stated: false},
  {no: 2, day: 0, sector: "primary", text: "Kontakter egen læge", stated: true, verdict: "follows"},
  {no: 3, day: 0, sector: "primary", text: "Råd om aktivitet", stated: true},
  {no: 4, day: 56, sector: "hospital", text: "MR-scanning", stated: false, verdict: "departs"}
];

test.each([640, 390])("a course in lanes, %d pixels wide", (width) => {
  const chart = caseTimeline(events, {...options, width});
  expectSound(chart, options.title, options.description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("events of one day in one lane do not cover each other", () => {
  const rings = [...caseTimeline(events, options).querySelectorAll("circle[r='9']")].map((ring) => ({
    x: Number(ring.getAttribute("cx")),
    y: Number(ring.getAttribute("cy"))
  }));
  const places = new Set(rings.map(({x, y}) => `${x} ${y}`));
  expect(places.size).toBe(events.length);
});

test("only verdicts that occur stand in the legend", () => {
  const texts = textsOf(caseTimeline(events, options));
  expect(texts).toEqual(expect.arrayContaining(["Følger en regel", "Afviger fra en regel", "Tid anslået"]));
  expect(texts).not.toContain("Kan ikke afgøres");
});

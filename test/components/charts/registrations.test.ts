import {expect, test} from "vitest";
import {participantsPerBand} from "../../../src/components/charts/participantsPerBand.js";
import {
  registrationsPerParticipant,
  type RegistrationsRow
} from "../../../src/components/charts/registrationsPerParticipant.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, options, title} from "./fixtures.js";

refuseWarnings();

const rows: RegistrationsRow[] = [
  {profession: "chiropractor", participant: "1", registrations_band: "50+"},
  {profession: "chiropractor", participant: "2", registrations_band: "5-9"},
  {profession: "gp", participant: "10", registrations_band: "5-9"},
  {profession: "gp", participant: "9", registrations_band: "5-9"},
  {profession: "gp", participant: "3", registrations_band: "10-19"}
];

const titles = (chart: Element) => [...chart.querySelectorAll("rect title")].map((t) => t.textContent);

test.each([640, 390])("both diagrams, %d pixels wide", (width) => {
  for (const draw of [registrationsPerParticipant, participantsPerBand]) {
    const chart = draw(rows, {...options, width});
    expectSound(chart, title, description);
    expect(snapshotOf(chart)).toMatchSnapshot(draw.name);
  }
});

test("columns stand by band, profession and number", () => {
  expect(titles(registrationsPerParticipant(rows, options))).toEqual([
    "Praktiserende læger, deltager 9: 5–9 registreringer",
    "Praktiserende læger, deltager 10: 5–9 registreringer",
    "Kiropraktorer, deltager 2: 5–9 registreringer",
    "Praktiserende læger, deltager 3: 10–19 registreringer",
    "Kiropraktorer, deltager 1: 50+ registreringer"
  ]);
});

test("participants are counted by band, none included", () => {
  expect(titles(participantsPerBand(rows, options))).toEqual([
    "Praktiserende læger, 5–9 registreringer: 2 deltagere",
    "Praktiserende læger, 10–19 registreringer: 1 deltager",
    "Praktiserende læger, 50+ registreringer: 0 deltagere",
    "Kiropraktorer, 5–9 registreringer: 1 deltager",
    "Kiropraktorer, 10–19 registreringer: 0 deltagere",
    "Kiropraktorer, 50+ registreringer: 1 deltager"
  ]);
});

test("the reader's own column is marked", () => {
  const chart = registrationsPerParticipant(rows, {...options, own: {profession: "gp", participant: "3"}});
  expect(textsOf(chart)).toContain("▼ dig");
  expect(
    textsOf(registrationsPerParticipant(rows, {...options, own: {profession: "gp", participant: "1"}}))
  ).not.toContain("▼ dig");
});

test("a hidden band stands last and is said to be hidden", () => {
  const hidden = [...rows, {profession: "gp", participant: "<img src=x onerror=alert(1)>", registrations_band: null}];
  for (const draw of [registrationsPerParticipant, participantsPerBand]) {
    const chart = draw(hidden, options);
    expectSound(chart, title, description);
    expect(textsOf(chart)).toContain("skjult");
    expect(chart.querySelector("img")).toBeNull();
  }
});

test("one row, and none", () => {
  for (const draw of [registrationsPerParticipant, participantsPerBand]) {
    expectSound(draw(rows.slice(0, 1), options), title, description);
    expect(textsOf(draw([], options))).toEqual(["Ingen data at vise med dette valg"]);
  }
});

test("participants shown by private codes have no name", () => {
  const hashed = rows.map((row) => ({...row, participant: "a1".repeat(32)}));
  const chart = registrationsPerParticipant(hashed, {...options, unnamed: true});
  expect(chart.outerHTML).not.toContain("a1a1");
  expect(titles(chart).some((text) => text!.includes(", deltager: "))).toBe(true);
});

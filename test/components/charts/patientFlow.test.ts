import {beforeEach, expect, test} from "vitest";
import {patientFlow} from "../../../src/components/charts/patientFlow.js";
import {openPage} from "../browser.js";
import {snapshotOf, textsOf} from "../../support/svg.js";
import {flowRow, flows, specialties} from "./registers.js";

beforeEach(() => void openPage());

const draw = (rows: typeof flows, width = 900) => patientFlow(rows, {width, specialties, all: null, title: "Forløb"});
const namesOf = (chart: Element) =>
  [...chart.querySelectorAll('[role="img"]')].map((part) => part.getAttribute("aria-label"));

test.each([900, 390])("flows from contact to contact, %d pixels wide", (width) => {
  const chart = draw(flows, width);
  expect(chart.getAttribute("width")).toBe(String(width));
  expect(chart.outerHTML).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("every flow and every specialty is a part with a name, a count and a share", () => {
  const names = namesOf(draw(flows));
  expect(names).toHaveLength(flows.length + 7);
  expect(names).toContain("Akut, 1. kontakt → Kirurgi, 2. kontakt: 20 patienter (20,0\u00A0% af alle)");
  expect(names).toContain(
    "Medicin, 2. kontakt → ingen flere kontakter efter 2. kontakt: 25 patienter (25,0\u00A0% af alle)"
  );
  expect(names).toContain("Ingen flere kontakter efter 1. kontakt: 50 patienter (50,0\u00A0% af alle)");
});

test("each contact says how many are left", () => {
  expect(textsOf(draw(flows))).toEqual(
    expect.arrayContaining(["1. kontakt", "100 patienter", "2. kontakt", "50", "5"])
  );
  expect(textsOf(draw(flows, 390))).toContain("3. kontakt: 5 patienter");
});

test("the unit is left out where it would run into the next contact's heading", () => {
  const long = [1, 2, 3, 4, 5].flatMap((contact) => [
    flowRow(contact, "acute", "acute", 50_000),
    flowRow(contact, "acute", "surgery", null)
  ]);
  expect(textsOf(draw(long, 878))).toEqual(expect.arrayContaining(["1. kontakt", "mindst 50.000"]));
  expect(textsOf(draw(long, 1100))).toContain("mindst 50.000 patienter");
});

test("a hidden flow is a dotted line that says it is hidden, and what hangs on it is said to be at least so many", () => {
  const chart = draw([
    ...flows.filter(({patients}) => patients !== 20),
    flowRow(1, "acute", "surgery", null),
    flowRow(2, "surgery", "ended", null)
  ]);
  expect(namesOf(chart)).toContain("Akut, 1. kontakt → Kirurgi, 2. kontakt: skjult, for få");
  expect(namesOf(chart)).toContain("Kirurgi, 2. kontakt: skjult");
  expect(namesOf(chart)).toContainEqual(expect.stringMatching(/^Akut, 1\. kontakt: mindst 40 patienter/));
  const dotted = [...chart.querySelectorAll("[stroke-dasharray]")];
  expect(dotted.map((line) => line.getAttribute("stroke-width"))).toEqual(["1.5", "1.5"]);
  expect(textsOf(chart)).toContain("mindst 80 patienter");
});

test("a hidden flow with a range is as wide as the middle of it", () => {
  const ranged = {...flowRow(1, "acute", "surgery", null), patients_least: 18, patients_most: 22};
  const chart = draw([...flows.filter(({patients}) => patients !== 20), ranged, flowRow(2, "surgery", "ended", 20)]);
  expect(namesOf(chart)).toContain(
    "Akut, 1. kontakt → Kirurgi, 2. kontakt: 18–22 patienter (18,3–22,5\u00A0% af alle); skjult, for få"
  );
  expect(namesOf(chart)).toContain("Akut, 1. kontakt: 58–62 patienter (59,1–63,3\u00A0% af alle)");
  expect(namesOf(chart)).toContain("Kirurgi, 2. kontakt: 20 patienter (20,4\u00A0% af alle)");
  expect(chart.querySelectorAll("[stroke-dasharray]")).toHaveLength(1);
  expect(textsOf(chart)).toContain("98–102 patienter");
});

test("shares are of all who began, also where some of the flows are hidden", () => {
  const rows = [
    flowRow(1, "acute", "surgery", null),
    flowRow(1, "acute", "medicine", 20),
    flowRow(2, "medicine", "ended", 20)
  ];
  expect(namesOf(patientFlow(rows, {width: 900, specialties, all: 200}))).toContain(
    "Akut, 1. kontakt → Medicin, 2. kontakt: 20 patienter (10,0\u00A0% af alle)"
  );
});

test("few of many are not written as none", () => {
  expect(
    textsOf(draw([...flows, flowRow(1, "acute", "private", 10_000), flowRow(2, "private", "ended", 10_000)]))
  ).toContain("5 (<\u00A01\u00A0%)");
});

test("an incomplete follow-up, hidden flows alone, and no rows: nothing to draw", () => {
  const {document} = globalThis;
  const incomplete = {
    contact_no: 1,
    from_specialty: null as unknown as string,
    to_specialty: null as unknown as string,
    patients: null,
    status: "incomplete"
  };
  for (const rows of [[incomplete], [flowRow(1, "acute", "ended", null)], []]) {
    expect(textsOf(patientFlow(rows, {width: 900, specialties, all: null, document}))).toEqual([
      "Ingen data at vise med dette valg"
    ]);
  }
});

import {expect, test} from "vitest";
import {sequenceStrips, type SequenceRow} from "../../../src/components/charts/sequenceStrips.js";
import {pathwayGroups, pathwayKinds} from "../../../src/domain/pathways.js";
import {document, expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";

refuseWarnings();

const options = {
  kinds: pathwayKinds,
  groups: pathwayGroups,
  title: "Forløb",
  description: "Hyppigst er medicin.",
  document
};
const rows: SequenceRow[] = [
  {sequence: "medicine", patients: 1277, percent: 2.1, departs: null},
  {sequence: "physiotherapist analgesic | acute mri operation", patients: 52, percent: 0.09, departs: "PR69"},
  {sequence: "private operation", patients: null, percent: null, departs: "PR40 PR68 PR69", status: "hidden"}
];

test.each([720, 390])("sequences as strips, %d pixels wide", (width) => {
  const chart = sequenceStrips(rows, {...options, width});
  expectSound(chart, options.title, options.description);
  expect(snapshotOf(chart)).toMatchSnapshot();
});

test("what is hidden says so, and small shares have two decimals", () => {
  expect(textsOf(sequenceStrips(rows, options))).toEqual(
    expect.arrayContaining(["1.277 (2,1\u00A0%)", "52 (0,1\u00A0%)", "skjult"])
  );
  expect(textsOf(sequenceStrips(rows, {...options, width: 390}))).toContain("skjult, for få");
  expect(textsOf(sequenceStrips(rows.slice(1), options))).toContain("52 (0,09\u00A0%)");
});

test("full words where there is room for every strip, else short ones", () => {
  expect(textsOf(sequenceStrips(rows, {...options, width: 1000}))).toContain("Fysioterapeut");
  expect(textsOf(sequenceStrips(rows, {...options, width: 500}))).toContain("Fysio");
});

test("nothing lies outside the chart", () => {
  for (const width of [360, 480, 640, 1000]) {
    for (const rect of sequenceStrips(rows, {...options, width}).querySelectorAll("rect")) {
      expect(Number(rect.getAttribute("x"))).toBeGreaterThanOrEqual(0);
      expect(Number(rect.getAttribute("x")) + Number(rect.getAttribute("width"))).toBeLessThanOrEqual(width);
    }
  }
});

import {expect, test} from "vitest";
import {acrossSources} from "../../../src/components/charts/acrossSources.js";
import type {MirrorShare} from "../../../src/components/rows/mirrorRows.js";
import {expectSound, refuseWarnings, snapshotOf, textsOf} from "../../support/svg.js";
import {description, hiddenRow, options as given, rangedRow, row, title} from "./fixtures.js";

refuseWarnings();

const share = (label: string, area: string, percent: number | null): MirrorShare =>
  percent === null
    ? {label, area, n: null, total: null, percent, low: null, high: null, status: "hidden"}
    : {label, area, n: 10 * percent, total: 1000, percent, low: percent - 3, high: percent + 3, status: "shown"};

const options = {
  ...given,
  areas: [
    {id: "1084", label: "Hovedstaden"},
    {id: "1083", label: "Syddanmark"},
    {id: "country", label: "Hele landet"}
  ],
  country: "country",
  marked: "1083",
  parts: {audit: "Auditten: andel af registreringerne", registers: "Registrene: andel af patienterne"}
};
const answers = [row("gp", "advice", 40), hiddenRow("chiropractor", "advice"), rangedRow("gp", "nsaid")];
const ranged = {...share("MR-scannet", "1083", null), percent_least: 34.2, percent_most: 36.1};
const shares = [
  share("MR-scannet", "1084", 33),
  ranged,
  share("MR-scannet", "country", 35),
  share("Scannet igen", "1084", null),
  share("Scannet igen", "country", 20)
];
const hiddenText = "skjult, for få";

test.each([640, 360])(
  "professions above, areas below, on one axis that ends at the largest, %d pixels wide",
  (width) => {
    const chart = acrossSources(answers, shares, {...options, width});
    expectSound(chart, title, description);
    const texts = textsOf(chart);
    const places = ["Auditten: andel af registreringerne", "Registrene: andel af patienterne"].map((part) =>
      texts.indexOf(part)
    );
    expect(places).not.toContain(-1);
    expect(texts).toEqual(
      expect.arrayContaining(["Læger", "Kiropraktorer", "Hovedstaden", "Syddanmark", "Hele landet"])
    );
    // The chiropractors' advice and Scannet igen in Hovedstaden have no range; nsaid is not on the chiropractors' form.
    expect(texts.filter((text) => text === hiddenText)).toHaveLength(2);
    expect(texts.filter((text) => text === "ikke på skemaet")).toHaveLength(1);
    expect(texts).toContain("40\u00A0%");
    expect(texts).not.toContain("60\u00A0%");
    expect(snapshotOf(chart)).toMatchSnapshot();
  }
);

test("the name of the marked area alone is set off", () => {
  const chart = acrossSources(answers, shares, options);
  const bold = [...chart.querySelectorAll('[font-weight="600"] text')].map(({textContent}) => textContent);
  expect(bold).toContain("Syddanmark");
  expect(bold).not.toContain("Hovedstaden");
});

test("one source alone, and nothing of the subject", () => {
  expect(textsOf(acrossSources([], shares, options))).not.toContain(options.parts.audit);
  expect(textsOf(acrossSources([], [], options))).toEqual(["Ingen data at vise med dette valg"]);
});

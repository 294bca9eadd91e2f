import {beforeEach, expect, test} from "vitest";
import {figureCsv, figureFileName} from "../../../src/components/figure/figureFile.js";
import type {FigureOptions} from "../../../src/components/picture/figureOptions.js";
import {openPage} from "../browser.js";

const figure: FigureOptions = {
  id: "indikatorer",
  title: "Indikatorer, 2016–2018",
  sentence: "Vejle ligger under landet på to.",
  rows: [
    {label: "Operation", n: 1200, status: "shown"},
    {label: "MR", n: null, n_least: 1, n_most: 4, status: "hidden"}
  ],
  columns: [
    {field: "label", label: "Mål"},
    {field: "n", label: "N"}
  ],
  n: "N = 1.200 nye patienter",
  source: "registrene",
  seal: "a1b2c3",
  synthetic: true
};

beforeEach(() => {
  openPage("http://localhost/register/omraade/0630");
  document.querySelector("main")!.innerHTML = "<h1>Vejle Kommune</h1>";
});

test("a file is named after the area its page is about, and the indicator and period of its title", () => {
  expect(figureFileName(figure, "csv")).toBe("vejle-kommune-indikatorer-2016-2018_syntetisk.csv");
});

test("a title that names its page itself is enough", () => {
  document.querySelector("h1")!.textContent = "Gentaget MR";
  expect(figureFileName({...figure, title: "Gentaget MR: kommuner på kort, 2016–2018"}, "png")).toBe(
    "gentaget-mr-kommuner-paa-kort-2016-2018_syntetisk.png"
  );
});

test("each row of a CSV says what it is of, in columns after the figure's own, below one line of headings", async () => {
  const bytes = new Uint8Array(await figureCsv(figure).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const about =
    'Vejle Kommune;"Indikatorer, 2016–2018";N = 1.200 nye patienter · Kilde: registrene · Segl: a1b2c3 · Syntetiske data';
  expect(new TextDecoder().decode(bytes).split("\r\n")).toEqual([
    'Mål;N;"N, mindst";"N, højst";Siden;Figuren;Figurens grundlag',
    `Operation;1200;;;${about}`,
    `MR;skjult, for få;1;4;${about}`,
    ""
  ]);
});

import fc from "fast-check";
import {beforeEach, describe, expect, test, vi} from "vitest";
import {svgElement} from "../../../src/components/dom/dom.js";
import type {FigureOptions} from "../../../src/components/picture/figureOptions.js";
import {folderFile, readPicture} from "../../../src/components/folder/folderFile.js";
import {folderItem, type FolderItem} from "../../../src/components/folder/folderItem.js";
import {folderHash, readFolderHash, readMeetingHash} from "../../../src/components/folder/folderLink.js";
import {folderKey, moved, readFolder, withItem, writeFolder} from "../../../src/components/folder/folderStore.js";
import {evil, openPage} from "../browser.js";

beforeEach(() => {
  const page = openPage("http://localhost/rygatlas/audit/variation?fag=gp");
  vi.stubGlobal("localStorage", page.window.localStorage);
  vi.stubGlobal("DOMParser", page.window.DOMParser);
});

const figure: FigureOptions = {
  id: "variation",
  title: "Henvist til MR",
  sentence: "Lægerne henviste 12 %.",
  chart: (width) => svgElement("svg", {width, height: 20}),
  rows: [
    {who: "1", percent: 12.34, status: "shown"},
    {who: "2", percent: null, status: "hidden"}
  ],
  columns: [
    {field: "who", label: "Deltager"},
    {field: "percent", label: "Andel", unit: "%"}
  ],
  n: "N = 319 registreringer",
  source: "auditten",
  seal: "a1b2c3",
  own: {chart: (width) => svgElement("svg", {width, class: "own"}), sentence: "Din andel er 12 %."}
};
const item = (over: Partial<FolderItem> = {}): FolderItem => ({...folderItem(figure, document.location), ...over});

const none = {title: "", day: "", purpose: ""};

describe("what the folder keeps of a figure", () => {
  test("its view, words, picture and rows, hidden counts as the word for it", () => {
    expect(item()).toMatchObject({
      address: "/rygatlas/audit/variation?fag=gp",
      figure: "variation",
      source: "N = 319 registreringer · Kilde: auditten · Segl: a1b2c3",
      table: {
        headings: ["Deltager", "Andel (%)"],
        rows: [
          ["1", "12,3"],
          ["2", "skjult, for få"]
        ]
      }
    });
    expect(item().picture).toContain("<svg");
  });

  test("of a figure about an area also which, and its sheet for paper in the place of the rows", () => {
    const sheet = {headings: ["Mål", "Vejle"], rows: [["MR", "12 %"]]};
    const kept = folderItem({...figure, about: "Vejle Kommune", sheet: () => sheet}, document.location);
    expect(kept.title).toBe("Vejle Kommune: henvist til MR");
    expect(kept.table).toEqual(sheet);
  });

  test("never the reader's own mark or sentence", () => {
    expect(JSON.stringify(item())).not.toMatch(/Din andel|own/);
  });
});

describe("the folder", () => {
  test("holds a figure once, renewed where it stands with its note kept", () => {
    const one = withItem([item({note: "Se her"}), item({figure: "b"})], item({title: "Ny"}));
    expect(one.map(({figure, title, note}) => [figure, title, note])).toEqual([
      ["variation", "Ny", "Se her"],
      ["b", "Henvist til MR", ""]
    ]);
  });

  test("is put in order", () => {
    const items = ["a", "b", "c"].map((figure) => item({figure}));
    const order = (list: FolderItem[]) => list.map(({figure}) => figure).join("");
    expect(order(moved(items, 2, -1))).toBe("acb");
    expect(order(moved(items, 0, 1))).toBe("bac");
    expect(order(moved(items, 0, -1))).toBe("abc");
  });

  test("is read back, and empty where the store holds something else", () => {
    writeFolder([item()]);
    expect(readFolder()).toEqual([item()]);
    localStorage.setItem(folderKey, "{");
    expect(readFolder()).toEqual([]);
  });
});

describe("a shared link", () => {
  const root = new URL("http://localhost/rygatlas/");

  test("gives addresses and notes back, whatever the notes say", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (notes) => {
        const items = notes.map((note, i) => ({address: `/rygatlas/audit/variation?fag=${i}`, figure: "f", note}));
        expect(readFolderHash(folderHash(items, none), root)).toEqual(items);
      })
    );
  });

  test("takes the meeting along where there is one", () => {
    const meeting = {title: "Temamøde & mere", day: "2026-12-01", purpose: "At vælge #1"};
    expect(readMeetingHash(folderHash([], meeting))).toEqual(meeting);
    expect(
      readFolderHash(folderHash([{address: "/rygatlas/a", figure: "f", note: "&moede="}], meeting), root)
    ).toHaveLength(1);
    for (const hash of [folderHash([], none), "#mappe=1&moede=%5B1%5D", "#mappe=1&moede=%7B"])
      expect(readMeetingHash(hash)).toBeUndefined();
  });

  test("leads nowhere outside the site", () => {
    const out = [
      "https://evil.example/rygatlas/x",
      "//evil.example/rygatlas/",
      "/andet/",
      "javascript:alert(1)",
      "../hemmeligt"
    ];
    expect(
      readFolderHash(
        folderHash(
          out.map((address) => ({address, figure: "f", note: ""})),
          none
        ),
        root
      )
    ).toEqual([]);
  });

  test("that is no folder is none", () => {
    for (const hash of ["", "#variation", "#mappe=%7B", "#mappe=1", "#mappe=%5B1%5D"])
      expect(readFolderHash(hash, root)).toEqual([]);
  });
});

const saved = {site: "http://localhost/rygatlas/", day: "22. november 2026"};

describe("the saved file", () => {
  const file = () =>
    folderFile([item({title: evil, note: evil, question: evil, decision: evil, picture: undefined})], {
      ...saved,
      meeting: {title: evil, day: evil, purpose: evil}
    });

  test("stands alone: no script, no link to fetch, and texts as texts", () => {
    expect(file()).not.toMatch(/<script|<img|<link|@import|url\(/);
    expect(file()).toContain("&lt;img src=x");
  });

  test("shows note, picture, rows, source and address", () => {
    const page = new DOMParser().parseFromString(
      folderFile([item({note: "Drøftes", question: "Hvorfor?", decision: "Vi spørger kommunen."})], {
        ...saved,
        meeting: {title: "Temamøde", day: "2026-12-01", purpose: "At vælge én ting."}
      }),
      "text/html"
    );
    expect(page.documentElement.lang).toBe("da");
    expect(page.querySelector("h1")?.textContent).toBe("Temamøde");
    expect(page.querySelector("h1 + p")?.textContent).toBe("tirsdag den 1. december 2026");
    expect(page.querySelectorAll("ol li")).toHaveLength(1);
    expect(page.querySelector(".question")?.textContent).toBe("Til drøftelse: Hvorfor?");
    expect(page.querySelector(".decision")?.textContent).toBe("Vi spørger kommunen.");
    expect(page.querySelector(".note")?.textContent).toBe("Drøftes");
    expect(page.querySelectorAll("section > svg")).toHaveLength(1);
    expect(Array.from(page.querySelectorAll("td"), (cell) => cell.textContent)).toEqual([
      "1",
      "12,3",
      "2",
      "skjult, for få"
    ]);
    expect(page.querySelector(".source")?.textContent).toContain("http://localhost/rygatlas/audit/variation?fag=gp");
  });

  test("reads a map, whose lines are so many pixels wide by a style, without the style that a page's policy stops", () => {
    const read = vi.spyOn(DOMParser.prototype, "parseFromString");
    const map =
      '<svg xmlns="http://www.w3.org/2000/svg"><g style="--pixel: 2px;" fill="red"><text>style="a"</text></g></svg>';
    expect(readPicture(map).textContent).toBe('style="a"');
    expect(read.mock.lastCall?.[0]).not.toContain("--pixel");
    read.mockRestore();
  });

  test("drops what could run from a picture somebody else wrote", () => {
    const picture = readPicture(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>x()</script><rect onclick="x()" style="fill:url(//x)"/><image href="//x"/></svg>'
    );
    expect(picture.outerHTML).not.toMatch(/script|onload|onclick|image|style/);
    expect(picture.querySelectorAll("rect")).toHaveLength(1);
  });
});

import {beforeEach, describe, expect, test, vi} from "vitest";
import {addToFolder} from "../../../src/components/folder/addToFolder.js";
import type {FolderItem} from "../../../src/components/folder/folderItem.js";
import {readFolder, writeFolder} from "../../../src/components/folder/folderStore.js";
import {folderView} from "../../../src/components/folder/folderView.js";
import {readMeeting} from "../../../src/components/folder/meeting.js";
import type {FigureOptions} from "../../../src/components/picture/figureOptions.js";
import {openPage} from "../browser.js";

const item = (figure: string): FolderItem => ({
  address: "/audit/variation",
  figure,
  title: figure,
  sentence: "Lægerne henviste 12 %.",
  source: "N = 12",
  synthetic: false,
  table: {headings: ["Deltager"], rows: [["1"]]},
  note: ""
});
const button = (name: string) =>
  Array.from(document.querySelectorAll("button")).find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === name
  )!;
const press = (name: string) => {
  button(name).focus();
  button(name).click();
};
const focused = () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;

beforeEach(() => {
  const page = openPage("http://localhost/moedemappe");
  vi.stubGlobal("localStorage", page.window.localStorage);
  writeFolder([item("A"), item("B"), item("C")]);
  document.body.append(folderView());
});

test("a note just typed is in the link that is copied next", async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => {});
  vi.stubGlobal("navigator", {clipboard: {writeText}});
  const note = document.querySelector(".folder-item textarea")! as HTMLTextAreaElement;
  note.value = "Drøftes";
  note.dispatchEvent(new Event("input"));
  button("Kopiér link").click();
  await vi.waitFor(() => expect(writeText).toHaveBeenCalled());
  expect(decodeURIComponent(writeText.mock.lastCall![0])).toContain('"A","Drøftes"');
});

test("a note just typed is in the file that is saved next", async () => {
  const files: Blob[] = [];
  URL.createObjectURL = (file) => (files.push(file as Blob), "blob:x");
  document.addEventListener("click", (event) => (event.target as Element).localName === "a" && event.preventDefault());
  const note = document.querySelector(".folder-item textarea")! as HTMLTextAreaElement;
  note.value = "Drøftes";
  note.dispatchEvent(new Event("input"));
  button("Gem som fil").click();
  await vi.waitFor(() => expect(files).toHaveLength(1));
  expect(await files[0]!.text()).toContain("Drøftes");
});

describe("the keyboard's focus", () => {
  test("follows a figure that is moved, and stays on it at the end of the folder", async () => {
    press("Ned: A");
    await vi.waitFor(() => expect(readFolder().map(({figure}) => figure)).toEqual(["B", "A", "C"]));
    expect(focused()).toBe("Ned: A");
    press("Ned: A");
    await vi.waitFor(() => expect(readFolder().map(({figure}) => figure)).toEqual(["B", "C", "A"]));
    expect(focused()).toBe("Op: A");
  });

  test("goes to the next figure when one is taken out, and to the words of an empty folder", async () => {
    for (const left of [2, 1]) {
      const remove = Array.from(document.querySelectorAll("button")).filter(({textContent}) => textContent === "Fjern");
      remove.at(-1)!.focus();
      remove.at(-1)!.click();
      await vi.waitFor(() => expect(readFolder()).toHaveLength(left));
      expect(focused()).toBe("Fjern: " + ["A", "B"][left - 1]);
    }
    press("Fjern: A");
    await vi.waitFor(() => expect(readFolder()).toHaveLength(0));
    expect(focused()).toMatch(/^Mappen er tom/);
  });
});

test("a figure that is in the folder already is not said to be added again", () => {
  const figure: FigureOptions = {
    id: "ny",
    title: "Ny",
    sentence: "Ny.",
    rows: [],
    columns: [],
    n: "N = 1",
    source: "x"
  };
  const said = () =>
    addToFolder(figure)
      .map(({textContent}) => textContent)
      .join("");
  expect(said()).toBe("Tilføjet. Åbn mødemappen");
  expect(said()).toBe("Figuren er i mødemappen i forvejen. Åbn mødemappen");
  expect(readFolder()).toHaveLength(4);
});

test("a question comes with its figure; what was decided, and the meeting, are kept and stand on the paper", () => {
  writeFolder([{...item("A"), question: "Hvorfor?"}]);
  document.body.replaceChildren(folderView());
  expect(document.querySelector(".folder-question")?.textContent).toBe("Til drøftelse: Hvorfor?");
  const type = (selector: string, text: string) => {
    const field = document.querySelector<HTMLTextAreaElement>(selector)!;
    field.value = text;
    field.dispatchEvent(new Event("input"));
  };
  type('[aria-label="Beslutning om A"]', "Vi spørger kommunen.");
  type("#moede-title", "Temamøde");
  type("#moede-day", "2026-12-01");
  expect(readFolder()[0]!.decision).toBe("Vi spørger kommunen.");
  expect(document.querySelector(".folder-decision")?.textContent).toBe("Vi spørger kommunen.");
  expect(document.querySelector(".meeting-paper")?.textContent).toBe("Temamødetirsdag den 1. december 2026A");
  expect(readMeeting()).toEqual({title: "Temamøde", day: "2026-12-01", purpose: ""});
});

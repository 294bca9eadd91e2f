import {beforeEach, expect, test} from "vitest";
import {element} from "../../../src/components/dom/dom.js";
import {giveTabStop} from "../../../src/components/dom/tabStop.js";
import {openPage} from "../browser.js";

beforeEach(() => void openPage());

test("one mark is the stop, the first where none is named", () => {
  const marks = ["a", "b", "c"].map((id) => element("span", {id}));
  const stops = () => marks.filter((mark) => mark.tabIndex === 0).map(({id}) => id);
  giveTabStop(marks);
  expect(stops()).toEqual(["a"]);
  giveTabStop(marks, marks[2]);
  expect(stops()).toEqual(["c"]);
});

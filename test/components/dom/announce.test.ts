import {expect, test, vi} from "vitest";
import {beforeEach} from "vitest";
import {openPage} from "../browser.js";
import {announce} from "../../../src/components/dom/announce.js";

beforeEach(() => void openPage());

test("what is announced stands in one place that is never replaced", () => {
  vi.useFakeTimers();
  announce("Din andel er 50 %.");
  const place = document.querySelector(".announced")!;
  expect(place.getAttribute("aria-live")).toBe("polite");
  expect(place.textContent).toBe("");
  vi.runAllTimers();
  expect(place.textContent).toBe("Din andel er 50 %.");
  announce("Din andel er 40 %.");
  vi.runAllTimers();
  expect(document.querySelectorAll(".announced")).toHaveLength(1);
  expect(place.textContent).toBe("Din andel er 40 %.");
  vi.useRealTimers();
});

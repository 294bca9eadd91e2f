import {expect, test, vi} from "vitest";
import {openAt} from "../../../src/components/dom/openAt.js";
import {openPage} from "../browser.js";

test("the figure that the address names is gone to once, and what it is folded into opens", () => {
  openPage("http://localhost/audit/variation#trin-2");
  vi.useFakeTimers();
  document.body.innerHTML = "<details><p id=trin-1></p><p id=trin-2></p></details>";
  const scrolled = vi.fn();
  for (const node of document.querySelectorAll("p")) {
    node.scrollIntoView = () => scrolled(node.id);
    for (let drawing = 0; drawing < 2; drawing++) openAt(node.id, node);
  }
  vi.runAllTimers();
  vi.useRealTimers();
  expect(scrolled.mock.calls).toEqual([["trin-2"]]);
  expect(document.querySelector("details")!.open).toBe(true);
});

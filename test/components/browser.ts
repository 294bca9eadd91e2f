import {JSDOM} from "jsdom";

const names = [
  "window",
  "document",
  "Node",
  "Element",
  "HTMLElement",
  "SVGElement",
  "Event",
  "CustomEvent",
  "XMLSerializer",
  "DOMParser",
  "NodeList",
  "HTMLCollection",
  "NodeFilter",
  "getComputedStyle",
  "sessionStorage",
  "history",
  "location",
  "MutationObserver"
] as const;

/** Gives the test a browser's globals at the address `url`, fresh and empty. Components must be imported afterwards. */
export function openPage(url = "http://localhost/audit/variation"): JSDOM {
  const page = new JSDOM("<!doctype html><title>Rygatlas</title><main id=observablehq-main></main>", {
    url,
    pretendToBeVisual: true
  });
  for (const name of names) {
    Object.defineProperty(globalThis, name, {
      value: page.window[name as keyof typeof page.window],
      configurable: true,
      writable: true
    });
  }
  return page;
}

/** What a careless page would run. */
export const evil = "<img src=x onerror=alert(1)>";

import {cellRoots} from "../../framework/cellRoots.js";

/** What each cell that shows something shows, by its id, as copies that nothing changes any more. */
export type TakenCells = Map<string, DocumentFragment>;

/** What only this reader's browser has, and what drew itself: no part of a drawing. */
const notDrawn = "script, observablehq-loading";
/** What works by a script alone: seen, but nothing to press before it has come. */
const pressed = "form, .figure-buttons";

/** Takes what the cells of a page that is still show, but for what depends on what this browser keeps (`data-own`). */
export function takeCells(): TakenCells {
  openTables();
  const taken: TakenCells = new Map();
  for (const {id, nodes, failed} of cellRoots(document.body)) {
    const elements = nodes.filter((node) => node instanceof Element);
    const own = elements.some((node) => node.matches("[data-own]") || node.querySelector("[data-own]"));
    // A citation says where and when it is read.
    const reading = nodes.some(({textContent}) => textContent!.includes(document.location.origin));
    if (failed || own || reading || nodes.length === 0) continue;
    const copy = document.createDocumentFragment();
    copy.append(...nodes.map(copyOf));
    for (const node of Array.from(copy.querySelectorAll(notDrawn))) node.remove();
    for (const node of Array.from(copy.querySelectorAll(pressed))) node.setAttribute("inert", "");
    for (const node of Array.from(copy.querySelectorAll("[data-drawn-at]"))) node.removeAttribute("data-drawn-at");
    for (const link of Array.from(copy.querySelectorAll("a[href]"))) leadFromPage(link);
    for (const svg of Array.from(copy.querySelectorAll("svg"))) {
      leaveToScript(svg);
      shorten(svg);
    }
    taken.set(id, copy);
  }
  return taken;
}

/** A link to the site leads from where the page lies: its own address is known where it is read only. */
function leadFromPage(link: Element): void {
  const [, path] = link.getAttribute("href")!.split(`${document.location.origin}/`);
  if (path === undefined) return;
  const depth = document.location.pathname.split("/").length - 2;
  link.setAttribute("href", ("../".repeat(depth) || "./") + path);
}

/** A table is made when it is first opened. It is left closed, with the table in it. */
function openTables(): void {
  const buttons = document.querySelectorAll<HTMLElement>('.figure-buttons button[aria-controls$="-tabel"]');
  for (const button of Array.from(buttons)) {
    const panel = document.getElementById(button.getAttribute("aria-controls")!);
    if (panel?.firstChild) continue;
    button.click();
    button.click();
  }
}

/** A copy in which what was chosen stands in the markup. */
function copyOf(node: Node): Node {
  const copy = node.cloneNode(true);
  if (!(node instanceof Element) || !(copy instanceof Element)) return copy;
  const originals = [node, ...Array.from(node.querySelectorAll("*"))];
  for (const [i, own] of [copy, ...Array.from(copy.querySelectorAll("*"))].entries()) {
    const original = originals[i] as Element & {selected?: boolean; checked?: boolean; value?: string};
    if (original.matches("option")) own.toggleAttribute("selected", original.selected);
    else if (original.matches("[type=checkbox], [type=radio]")) own.toggleAttribute("checked", original.checked);
    else if (original.matches("input")) own.setAttribute("value", original.value!);
  }
  return copy;
}

/** Marks that are seen only while their area is pointed at. */
const pointedAt = ".linked-band, .linked-label";

/** What pointing at a mark tells and does comes with the script; the table has the numbers. An area keeps its name. */
function leaveToScript(svg: Element): void {
  for (const marks of Array.from(svg.querySelectorAll(pointedAt))) marks.remove();
  for (const title of Array.from(svg.querySelectorAll(":scope * > title"))) title.remove();
  for (const mark of Array.from(svg.querySelectorAll("[data-area]"))) {
    mark.removeAttribute("data-area");
    mark.removeAttribute("tabindex");
    const name = mark.getAttribute("aria-label")?.split(", ")[0];
    if (name) mark.setAttribute("aria-label", name);
  }
}

/** The attributes that say where something lies, and how large it is. */
const lengths = new Set("x y x1 x2 y1 y2 cx cy r rx ry width height d points transform".split(" "));

/** Tenths of a pixel are as fine as a screen shows; a scaled drawing's own numbers are whole. */
function shorten(svg: Element): void {
  for (const node of [svg, ...Array.from(svg.querySelectorAll("*"))]) {
    for (const {name, value} of Array.from(node.attributes)) {
      if (!lengths.has(name) || /scale|matrix|em/.test(value)) continue;
      const short = value.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
      if (short !== value) node.setAttribute(name, short);
    }
  }
}

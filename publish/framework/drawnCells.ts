// Rests on Framework 1.13.4: the element `observablehq-loading` right before a cell's comment is taken away when the
// cell first shows something.
import {isComment, isTag, type Comment, type Document, type Element} from "domhandler";
import {filter, prepend, removeElement} from "domutils";
import {all, layInto, nodesOf, one} from "../html.js";
import {addPicture, removePicture, type Picture} from "../web/sharing.js";

/** The default view of a page, as it stands in its HTML before any script. */
export interface Drawing {
  /** What each cell shows, by its id. */
  cells: Record<string, string>;
  /** Outlines that several of them draw. */
  shapes: string;
  /** The rules that take the place of the styles that scripts set. */
  css: string;
  /** Its first figure, where it has one. */
  picture?: Picture;
}

/** The id of the style element with the rules of a page's drawing. */
export const drawnStyle = "drawn-style";

/** The class of the place that holds what a cell shows; `added` where Framework left none. */
const drawn = "drawn";
const added = "drawn added";

/**
 * The default view is no answer where another is asked for: by the address, or by a choice, whose own view may take its
 * time to come.
 */
export const drawnScript = `{const e=document.documentElement,c=()=>e.classList.add("chosen");location.search?c():addEventListener("input",c,{once:true,capture:true})}`;

/**
 * Lays the default view of a page into it, each cell's where the cell will show itself.
 * @returns where the picture of the page lies below `dist`, if it has one
 */
export function layDrawing(document: Document, path: string, drawing: Drawing): string | undefined {
  if (Object.keys(drawing.cells).length === 0) return undefined;
  layCells(document, drawing);
  return drawing.picture && addPicture(document, path, drawing.picture);
}

function layCells(document: Document, {cells, shapes, css}: Drawing): void {
  for (const comment of filter(isComment, document) as Comment[]) {
    const html = cells[/^:(.+):$/.exec(comment.data)?.[1] ?? ""];
    if (html === undefined) continue;
    const place = placeBefore(comment) ?? newPlace(comment);
    layInto(place, html);
  }
  layInto(one("head", document)!, `<style id="${drawnStyle}">${css}</style><script>${drawnScript}</script>`);
  const first = one(".drawn:has(use)", document);
  // Outside the cells: when the first of them shows itself, the others still draw them.
  if (first) for (const node of [...nodesOf(shapes)]) prepend(partOf(first), node);
}

/** Takes the default view out of a page again, so that it is as it was before. */
export function removeDrawing(document: Document): void {
  for (const place of all("observablehq-loading.drawn", document)) {
    if (place.attribs.class === added) removeElement(place);
    else {
      delete place.attribs.class;
      place.children = [];
    }
  }
  for (const node of all(`style#${drawnStyle}, style#${drawnStyle} + script, svg#drawn-shapes`, document))
    removeElement(node);
  removePicture(document);
}

/** Whether a page has its default view in it. */
export function hasDrawing(document: Document): boolean {
  return one(`style#${drawnStyle}`, document) !== undefined;
}

/** The part of the page's text that holds an element. */
function partOf(element: Element): Element {
  const {parent} = element;
  return !parent || !isTag(parent) || parent.name === "main" ? element : partOf(parent);
}

function placeBefore({prev}: Comment): Element | undefined {
  if (!prev || !isTag(prev) || prev.name !== "observablehq-loading") return undefined;
  prev.attribs.class = drawn;
  return prev;
}

function newPlace(comment: Comment): Element {
  const [place] = nodesOf(`<observablehq-loading class="${added}"></observablehq-loading>`) as [Element];
  prepend(comment, place);
  return place;
}

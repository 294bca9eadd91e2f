// Bundled and put into pages that a build opens, as `visit`, before their own scripts.
import {cellRoots} from "../../framework/cellRoots.js";
import type {Drawing} from "../../framework/drawnCells.js";
import {drawingOf} from "./drawing.js";
import {takeCells, type TakenCells} from "./takeCells.js";

/** An error that a page told of, and the stack of calls that led to it. */
export interface Told {
  message: string;
  stack: string;
}

/** What a page that is still shows that it should not. */
export interface Seen {
  /** The cells that show an error, in the order of the page. */
  failed: {id: string; message: string}[];
  /** The cells that show a box with nothing in it. */
  empty: string[];
  /** Every error, those of cells too, in the order they came. */
  told: Told[];
}

const told: Told[] = [];
const {error: write} = console;
console.error = (...words: unknown[]) => {
  for (const word of words) tell(word);
  write.apply(console, words);
};
addEventListener("error", ({error}) => tell(error));
addEventListener("unhandledrejection", ({reason}) => tell(reason));

function tell(error: unknown): void {
  if (error instanceof Error) told.push({message: error.message, stack: error.stack ?? ""});
}

/** What the page shows. */
export function seen(): Seen {
  const roots = cellRoots(document.body);
  const failed = roots.filter(({failed}) => failed);
  return {
    failed: failed.map(({id, nodes}) => ({id, message: nodes.map(messageOf).join(" ")})),
    empty: roots.filter(({nodes, failed}) => !failed && nodes.some(showsNothing)).map(({id}) => id),
    told
  };
}

const taken: TakenCells[] = [];

/** Takes what the cells show at the width of the moment: first on a desk, then on a phone. */
export function take(): void {
  taken.push(takeCells());
}

/** The drawing of what was taken. */
export function drawing(): Drawing {
  const [desk, phone] = taken;
  return drawingOf(desk!, phone!);
}

/** What an error says, without its kind. */
function messageOf({textContent}: Node): string {
  return (textContent ?? "").replace(/^\w*Error: /, "");
}

/** A frame around nothing: a table without a row, a drawing without a mark. */
function showsNothing(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  const within = (selector: string) =>
    node.matches(selector) ? [node] : Array.from(node.querySelectorAll<Element>(selector));
  return (
    within("table").some((table) => !table.querySelector("td, th:not(:empty)")) ||
    within("svg").some((svg) => !svg.querySelector("path, rect, circle, ellipse, line, polygon, text, use, image"))
  );
}

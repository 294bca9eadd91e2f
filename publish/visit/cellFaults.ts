import type {PageCell} from "../framework/pageCode.js";
import {usesOf} from "../framework/pageParts.js";
import type {Seen, Told} from "./client/seen.js";

/** Something that a reader would meet as an error. `line` and `column` are the page's file's, from 1. */
export interface CellFault {
  line: number;
  column: number;
  message: string;
}

/** What the cells of an opened page come from. */
export interface OpenedPage {
  /** The page's file, and its cells in their order. */
  text: string;
  code: readonly PageCell[];
  /** The HTML that was opened, and the address that stacks call it by. */
  html: string;
  address: string;
}

/**
 * What an opened page shows that no reader should meet, each error once, at the place it comes from: cells that read a
 * cell in error show the same.
 */
export function cellFaults({failed, empty, told}: Seen, page: OpenedPage): CellFault[] {
  const faults = new Map<string, CellFault>();
  const shown = failed.map(({message}) => message);
  for (const {message, stack} of [...told, ...shown.map((message): Told => ({message, stack: ""}))]) {
    const cells = failed.filter((cell) => cell.message === message).map(({id}) => cellOf(page, id));
    const place = nameIn(message, cells, page.text) ?? placeIn(stack, page) ?? placeOf(cells[0]);
    const known = faults.get(message);
    // Only where the error came up does its stack lead into the page.
    if (!known || known.line === 1) faults.set(message, {...place, message: inDanish(message)});
  }
  for (const id of empty) {
    const message = `Cellen viser en tom ramme: der er ingen rækker at vise; ret forespørgslen, eller skriv, at der ingen er.`;
    faults.set(id, {...placeOf(cellOf(page, id)), message});
  }
  return [...faults.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A cell by its id, or where the build gave it another, by its place among them. */
function cellOf({code, html}: OpenedPage, id: string): PageCell | undefined {
  const ids = Array.from(html.matchAll(/<!--:([0-9a-f]{8}(?:-\d+)?):-->/g), ([, one]) => one);
  return code.find((cell) => cell.id === id) ?? (ids.length === code.length ? code[ids.indexOf(id)] : undefined);
}

function placeOf(cell: PageCell | undefined): Omit<CellFault, "message"> {
  return {line: cell?.line ?? 1, column: 1};
}

/** Where a name that the error is about stands in the cells that show it; the second time where it is defined twice. */
function nameIn(
  message: string,
  cells: readonly (PageCell | undefined)[],
  text: string
): Omit<CellFault, "message"> | undefined {
  const unknown = /^(\S+) is not defined$/.exec(message)?.[1];
  const use = unknown && cells.flatMap((cell) => (cell ? usesOf(cell, (name) => name === unknown) : []))[0];
  if (use) return {line: use.line, column: text.split("\n")[use.line - 1]!.indexOf(use.name) + 1};
  const twice = /^(\S+) is defined more than once$/.exec(message)?.[1];
  const defining = cells.filter((cell) => cell?.node.declarations?.some(({name}) => name === twice));
  return twice && defining.length > 0 ? placeOf(defining[1] ?? defining[0]) : undefined;
}

/**
 * The place in the page's file that a stack leads to: the line that stands in the page's script as an author wrote it,
 * counted among those alike of its cell.
 */
function placeIn(stack: string, page: OpenedPage): Omit<CellFault, "message"> | undefined {
  const calls = stack.split(`${page.address}:`).slice(1);
  const [, line, column] = calls.map((call) => /^(\d+):(\d+)/.exec(call)).find(Boolean) ?? [];
  if (line === undefined) return undefined;
  const before = page.html.split("\n").slice(0, Number(line));
  const start = before.findLastIndex((one) => one.startsWith("define({id: "));
  const cell = cellOf(page, /^define\(\{id: "([^"]+)"/.exec(before[start] ?? "")?.[1] ?? "");
  const written = before.at(-1)!;
  if (!cell) return undefined;
  const alike = before.slice(start).filter((one) => one === written).length;
  const lines = cell.node.input.split("\n");
  const at = lines.map((one, i) => (one === written ? i : -1)).filter((i) => i >= 0)[alike - 1];
  return at === undefined ? placeOf(cell) : {line: cell.line + at, column: Number(column)};
}

/** The errors that pages most often have, in Danish; of the others, what the browser says. */
function inDanish(message: string): string {
  const [, name, what] = /^(\S+) (is not defined|is defined more than once)$/.exec(message) ?? [];
  if (what === "is not defined") return `Navnet ${name} kendes ikke: ingen celle på siden giver det; ret det.`;
  if (name) return `Navnet ${name} gives i mere end én celle; giv hver celle sit navn.`;
  if (message === "circular definition") return "Cellen læser en celle, der læser den selv; del den i to.";
  return `Cellen fejler, når siden åbnes: ${message.replace(/\.$/, "")}.`;
}

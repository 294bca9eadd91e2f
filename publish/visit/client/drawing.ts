import type {Drawing} from "../../framework/drawnCells.js";
import {bothWidths} from "./bothWidths.js";
import {nameApart, shareShapes} from "./shapes.js";
import {moveStyles, styleSheet} from "./styles.js";
import type {TakenCells} from "./takeCells.js";

/** The drawing of a page from what its cells show on a desk and on a phone. */
export function drawingOf(desk: TakenCells, phone: TakenCells): Drawing {
  const rules = new Map<string, string>();
  const cells = Array.from(desk).filter(([id]) => phone.has(id));
  for (const [i, [id, cell]] of cells.entries()) {
    bothWidths(cell, phone.get(id)!);
    nameApart(cell, `t${i}`);
    moveStyles(cell, rules);
  }
  const shapes = shareShapes(cells.map(([, cell]) => cell));
  return {cells: Object.fromEntries(cells.map(([id, cell]) => [id, htmlOf(cell)])), shapes, css: styleSheet(rules)};
}

function htmlOf(cell: DocumentFragment): string {
  const around = document.createElement("div");
  around.append(cell);
  return around.innerHTML;
}

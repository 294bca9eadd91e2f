import {fences, type Fence} from "../pages/fences.js";
import type {Finding} from "./problem.js";

/** What Framework runs, where a block is not told not to. */
const languages = /^(?:js|ts|jsx|tsx|sql|html|svg|tex|dot|mermaid)(?![\w-])(?!.*\srun=["']?false\b)/i;

/**
 * Cells whose closing fence is missing. A cell then goes on until that of the next one, or to the end of the page, so
 * that neither is what it was written as.
 */
export function openCells(text: string, skipped: number): Finding[] {
  return fences(text, skipped)
    .filter((fence) => languages.test(fence.info) && (!fence.closed || swallows(fence)))
    .map(({line, mark}) => ({line, column: 1, severity: "error", message: `Cellen er ikke lukket: ${mark} mangler.`}));
}

/** Whether a cell holds the beginning of another, as no language has at the beginning of a line. */
function swallows({content, mark}: Fence): boolean {
  return content.split("\n").some((line) => line.trimStart().startsWith(mark) && /^ {0,3}[`~]{3,}\s*\w/.test(line));
}

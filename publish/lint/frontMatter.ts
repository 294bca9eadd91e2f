import {LineCounter, parseDocument} from "yaml";
import type {Finding} from "./problem.js";

/**
 * Front matter that does not mean what it says. Framework shows what it cannot read as text of the page, and takes every
 * word after `draft` for yes, where the rest of the house takes `true` alone.
 */
export function frontMatterFindings(text: string): Finding[] {
  if (!/^---\n/.test(text)) return [];
  const [, yaml] = /^---\n((?:[\s\S]*?\n)?)---(?=\n|$)/.exec(text) ?? [];
  if (yaml === undefined) return [error(1, 1, "Sidens indledning er ikke lukket: en linje med --- mangler.")];
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, {lineCounter});
  const [broken] = document.errors;
  if (broken) {
    const {line, col} = lineCounter.linePos(broken.pos[0]);
    return [
      error(line + 1, col, "Sidens indledning kan ikke læses; sæt anførselstegn om tekst med : [ ] { } # eller lign.")
    ];
  }
  const values: unknown = document.toJS();
  if (typeof values !== "object" || values === null || Array.isArray(values)) return [];
  const {draft} = values as {draft?: unknown};
  if (draft === undefined || typeof draft === "boolean") return [];
  const line = text.split("\n").findIndex((one) => one.startsWith("draft:")) + 1;
  return [error(line, 1, "draft er true eller false; andre ord gør ikke siden til en kladde.")];
}

function error(line: number, column: number, message: string): Finding {
  return {line: Math.max(line, 1), column, severity: "error", message};
}

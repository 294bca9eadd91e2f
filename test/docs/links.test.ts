import {existsSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {describe, expect, test} from "vitest";
import {blocksOf, docs, inlineOf, textOf} from "../support/docs.js";
import {checkout} from "../support/project.js";

/** The anchor that code hosts give a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");

const topLevel = /^(?:\.ci|\.githooks|\.vscode|bench|bin|data|data-loaders|docs|publish|src|test)(?:\/|$)/;
const atTop = /^(?:settings\.yaml|LICENSE|[\w.-]+\.(?:cjs|config\.ts))$/;
/** What is there once somebody has loaded, released, handed out codes or put own files in. */
const made = /^(?:data\/(?:codes|extracts|geo|releases|workspace)|\.vscode\/extensions)(?:\/|$)/;

/** Paths in the repository that a text names in backticks. */
function pathsIn(doc: string): string[] {
  return inlineOf(doc)
    .code.map((code) => code.replace(/\/$/, ""))
    .filter((code) => (topLevel.test(code) && /^[\w./[\]-]+$/.test(code)) || atTop.test(code));
}

describe.each(docs)("%s", (doc) => {
  test("every link leads to a file, and every anchor to a heading", () => {
    const broken = inlineOf(doc).links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [path, anchor] = link.split("#") as [string, string?];
      const target = path ? normalize(join(dirname(doc), path)) : doc;
      if (!existsSync(join(checkout, target))) return true;
      return anchor !== undefined && !inlineOf(target).headings.some((heading) => anchorOf(heading) === anchor);
    });
    expect(broken).toEqual([]);
  });

  test("every file and folder it names exists, or is made by one of its recipes", () => {
    const own = blocksOf(doc).map(({file}) => file);
    const missing = pathsIn(doc).filter(
      (path) => !made.test(path) && !own.includes(path) && !existsSync(join(checkout, path))
    );
    expect(missing).toEqual([]);
  });

  test("a file that a block is for is named in the text too, since a reader does not see the fence", () => {
    const named = new Set(inlineOf(doc).code);
    expect(
      blocksOf(doc)
        .map(({file}) => file)
        .filter((file) => file.includes(".") && !named.has(file))
    ).toEqual([]);
  });
});

test("every text in docs is reached from the README, which has at most 150 lines", () => {
  const links = inlineOf("README.md").links.map((link) => link.split("#")[0]);
  expect(docs.filter((doc) => doc !== "README.md" && !links.includes(doc))).toEqual([]);
  expect(textOf("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(150);
});

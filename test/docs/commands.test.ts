// @module-tag slow: asks every command for its help.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {blocksOf, docs, inlineOf, textOf} from "../support/docs.js";
import {checkout} from "../support/project.js";
import {rygatlas} from "../support/run.js";

/** A command as a text writes it: in a block, or in backticks. */
const commands = [...new Set(docs.flatMap((doc) => [...linesOf(doc), ...inlineOf(doc).code]))];

function linesOf(doc: string): string[] {
  return blocksOf(doc)
    .filter(({language}) => language === "sh")
    .flatMap(({content}) => content.split("\n"))
    .flatMap((line) => line.replace(/#.*/, "").split("&&"))
    .map((command) => command.trim())
    .filter(Boolean);
}

const calls = commands.flatMap((command) => {
  const [, name, rest] = /^(?:npx )?rygatlas ([a-z]+)(.*)$/.exec(command) ?? [];
  return name === undefined ? [] : [{command, name, words: rest!.trim().split(/\s+/).filter(Boolean)}];
});

/** Commands with their options as the table of commands lists them: `load [--extracts DIR]`. */
const listed = Array.from(textOf("docs/loaders.md").matchAll(/^\| `([a-z]+\b[^`]*)` \| [A-Z]/gm), ([, code]) => code!);

const helps = new Map<string, ReturnType<typeof rygatlas>>();

async function helpOf(name: string): Promise<string> {
  if (!helps.has(name)) helps.set(name, rygatlas(checkout, [name, "--help"]));
  const {code, out} = await helps.get(name)!;
  expect(code, name).toBe(0);
  return out;
}

const optionsIn = (text: string) => [...new Set(text.match(/--[a-z]+/g) ?? [])].sort();

describe("rygatlas", async () => {
  const all = (await helpOf("help")).matchAll(/^ {2}([a-z]+) /gm);
  const names = Array.from(all, ([, name]) => name!).filter((name) => name !== "help");

  test("every command that is written exists, and with those words and options", async () => {
    expect(calls.length).toBeGreaterThan(10);
    for (const {command, name, words} of calls) {
      expect(names, command).toContain(name);
      const help = await helpOf(name);
      for (const option of words.filter((word) => word.startsWith("--"))) expect(help, command).toContain(option);
      if (name === "report" || name === "bench")
        for (const word of words.filter((word, i) => /^[a-z]+$/.test(word) && !words[i - 1]?.startsWith("--")))
          expect(help, command).toContain(`"${word}"`);
    }
  });

  test.each(names)("%s stands in the table of commands, with all of its options", async (name) => {
    const row = listed.filter((code) => code.split(" ")[0] === name);
    expect(row).toHaveLength(1);
    expect(optionsIn(row[0]!)).toEqual(optionsIn(await helpOf(name)).filter((option) => option !== "--help"));
  });
});

test("every npm script that is written exists", () => {
  const {scripts} = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const written = commands.flatMap((command) => /^npm (?:run )?([a-z:]+)$/.exec(command)?.[1] ?? []);
  expect(written).toContain("build");
  expect(written.filter((script) => script !== "ci" && !Object.hasOwn(scripts, script))).toEqual([]);
});

test("every test that is to be run exists, or a recipe writes it", () => {
  const recipes = docs.flatMap((doc) => blocksOf(doc).map(({file}) => file));
  const files = commands.flatMap((command) => /^npx vitest run (test\/\S+)$/.exec(command)?.[1] ?? []);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files)
    if (!recipes.includes(file)) expect(readFileSync(join(checkout, file), "utf8")).not.toBe("");
});

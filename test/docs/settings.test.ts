import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {parse} from "yaml";
import {textOf} from "../support/docs.js";
import {checkout} from "../support/project.js";

const settings = parse(readFileSync(join(checkout, "settings.yaml"), "utf8")) as Record<string, unknown> & {
  disclosure: Record<"audit" | "registers", {interval: {from: number; to: number}}>;
};

/** The first two cells of every row of the table under these headings. */
function rowsUnder(doc: string, header: string): [string, string][] {
  const [, table] = textOf(doc).split(`${header}\n`) as [string, string];
  const lines = table.split("\n").slice(1);
  return lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith("|"))
    )
    .map((line) => {
      const [, first, second] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
      return [first!, second!];
    });
}

const namesIn = (cell: string) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name!);

test("every setting is explained, and no other", () => {
  const explained = rowsUnder("docs/loaders.md", "| Setting | Use |").flatMap(([first]) => namesIn(first));
  expect(explained.sort()).toEqual(Object.keys(settings).sort());
});

test("the rules of protection are those of the settings, with their defaults", () => {
  const said = rowsUnder("docs/data-controller.md", "| Setting | Default | What is hidden |");
  const {audit, registers, ...both} = settings.disclosure;
  expect(registers).toEqual(audit);
  const {from, to} = audit.interval;
  const defaults = {...both, ...audit, interval: `${from} to ${to}`};
  expect(Object.fromEntries(said.map(([first, value]) => [namesIn(first)[0], value]))).toEqual(
    Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, String(value)]))
  );
});

test("every message that is explained is one that the loaders give", () => {
  const sources = ["data-loaders", "publish"].flatMap((folder) =>
    readdirSync(join(checkout, folder), {recursive: true, encoding: "utf8"})
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(checkout, folder, file), "utf8"))
  );
  const code = sources.join("\n").replace(/[`"] \+\n\s*[`"]/g, "");
  const pieces = rowsUnder("docs/loaders.md", "| Message says | Do |").flatMap(([first]) =>
    namesIn(first).flatMap((message) =>
      message.split(/\s*…\s*/).map((piece) => piece.replace(/^[»«()]+|[»«()]+$/g, "").trim())
    )
  );
  expect(pieces.length).toBeGreaterThan(6);
  expect(pieces.filter((piece) => piece.length > 3 && !code.includes(piece))).toEqual([]);
});

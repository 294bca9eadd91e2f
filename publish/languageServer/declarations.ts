import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** A place in a file of the project; the line counts from 0, as editors have it. */
export interface Declared {
  file: string;
  line: number;
}

/** Where the table that a query names is declared: a published one, the same before protection, or one of people. */
export function tableDeclaration(root: string, name: string): Declared | undefined {
  const table = name.replace(/^(?:before|people)\./, "");
  const folders = name.startsWith("people.") ? ["data-loaders/models"] : ["data-loaders/tables"];
  return inFiles(
    folders.flatMap((folder) => filesBelow(join(root, folder))),
    new RegExp(`\\bname: "${escaped(table)}"`)
  );
}

/** Where one of the site's choices is declared. */
export function choiceDeclaration(root: string, name: string): Declared | undefined {
  return inFiles([join(root, "src/parameters.ts")], new RegExp(`^  ${escaped(name)}: \\{`, "m"));
}

function inFiles(files: readonly string[], declared: RegExp): Declared | undefined {
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const at = text.search(declared);
    if (at >= 0) return {file, line: text.slice(0, at).split("\n").length - 1};
  }
  return undefined;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => join(folder, file));
}

function escaped(name: string): string {
  return name.replace(/[\\^$*+?|()[\]{}.]/g, "\\$&");
}

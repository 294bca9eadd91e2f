// Rests on Framework 1.13.4: the address of a page is that of its file, or of the file whose name with
// `[parameters]` fits it, the page's own file first.
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "yaml";

/**
 * The markdown file that Framework builds a page from: its own, or one for many pages such as `kommune/[navn].md`.
 * Undefined where a program writes the page.
 */
export function pageSource(root: string, path: string): string | undefined {
  return follow(root, path.split("/").filter(Boolean));
}

/**
 * What the front matter of a markdown file says; nothing where there is none, or it cannot be
 * read: Framework warns of that.
 */
export function frontMatter(file: string): Record<string, unknown> {
  const text = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(file, "utf8"))?.[1];
  try {
    return (parse(text ?? "") as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}

function follow(folder: string, [first = "index", ...rest]: string[]): string | undefined {
  if (rest.length === 0) {
    const own = join(folder, `${first}.md`);
    if (existsSync(own)) return own;
  }
  if (!existsSync(folder)) return undefined;
  const entries = readdirSync(folder, {withFileTypes: true});
  const fitting = entries.filter((entry) => stands(entry.name, rest.length === 0 ? `${first}.md` : first));
  // A name of its own goes before a name for many.
  for (const entry of fitting.sort((a, b) => Number(a.name.includes("[")) - Number(b.name.includes("[")))) {
    const found = entry.isDirectory() ? follow(join(folder, entry.name), rest) : join(folder, entry.name);
    if (found) return found;
  }
  return undefined;
}

/** Whether a name in the source folder, perhaps with `[parameters]`, stands for a part of an address. */
function stands(name: string, part: string): boolean {
  const pattern = name.split(/\[[a-z_]\w*\]/i).map((text) => text.replace(/[\\^$*+?|()[\]{}.]/g, "\\$&"));
  return new RegExp(`^${pattern.join(".+")}$`).test(part);
}

/** A fenced block of a markdown text. */
export interface Fence {
  /** The line of its opening fence, from 1. */
  line: number;
  /** What stands after the opening fence: the language and its attributes. */
  info: string;
  content: string;
  /** Three backticks or tildes, or more. */
  mark: string;
  /** Whether a line ends it before the text does. */
  closed: boolean;
}

/**
 * The fenced blocks of a markdown text after its first `skipped` characters. Not those inside another, or in a comment.
 */
export function fences(text: string, skipped = 0): Fence[] {
  const found: Fence[] = [];
  let open: {indent: number; fence: Fence} | undefined;
  let comment = false;
  const first = text.slice(0, skipped).split("\n").length - 1;
  for (const [i, line] of text.split("\n").entries()) {
    if (i < first) continue;
    if (open) {
      const end = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
      if (end?.startsWith(open.fence.mark)) {
        open.fence.closed = true;
        open = undefined;
      } else open.fence.content += line.replace(new RegExp(`^ {0,${open.indent}}`), "") + "\n";
    } else if (comment || /^ {0,3}<!--/.test(line)) {
      comment = !line.includes("-->");
    } else {
      const [, indent, mark, info] = /^( {0,3})(`{3,}(?!.*`)|~{3,})(.*)$/.exec(line) ?? [];
      if (mark === undefined) continue;
      open = {indent: indent!.length, fence: {line: i + 1, info: info!.trim(), content: "", mark, closed: false}};
      found.push(open.fence);
    }
  }
  return found;
}

/**
 * Something wrong with a page, or with another file of the source folder. `line` and `column` are the file's, from 1.
 */
export interface Problem {
  file: string;
  line: number;
  /** The line's first where it is not known. */
  column?: number;
  severity: "error" | "warning";
  message: string;
  /** Of pages made from one file, it is wrong where all of them have it. */
  ofAll?: true;
}

/** One line a problem, as editors read them: `src/audit/x.md:12:1: error: …`. */
export function describeProblem({file, line, column = 1, severity, message}: Problem): string {
  return `${file}:${line}:${column}: ${severity}: ${message}`;
}

/** Something wrong at a place of a page's own text. */
export type Finding = Omit<Problem, "file">;

/** Something that a source file may not have. `file` is the project's, with `/`; `line` counts from 1. */
export interface Fault {
  file: string;
  line: number;
  message: string;
  /** Whether it stands in a page that is never published. */
  draft?: boolean;
}

/** One line a fault, as a refusal says it: `src/audit/x.md:12: …`. */
export function describeFault({file, line, message}: Fault): string {
  return `${file}:${line}: ${message}`;
}

import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";

/** What was found out before, each by the hash of all that decides it. */
export interface Memory<T> {
  find(key: string): T | undefined;
  /** Notes what was found out or used. */
  note(key: string, value: T): void;
  /** Keeps outside the site, for the next time, what was noted since it was read; a file of the very same stays. */
  keep(): void;
}

/** A memory, and the hash of what all that is looked for in it depends on. */
export interface Remembered<T> {
  memory: Memory<T>;
  about: string;
}

/** The memory that a file keeps, as JSON. */
export function readMemory<T>(file: string): Memory<T> {
  const known = new Map(Object.entries(existsSync(file) ? parsed<T>(readFileSync(file, "utf8")) : {}));
  const used = new Map<string, T>();
  return {
    find: (key) => used.get(key) ?? known.get(key),
    note: (key, value) => void used.set(key, value),
    keep() {
      if (used.size === known.size && [...used].every(([key, value]) => known.get(key) === value)) return;
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, JSON.stringify(Object.fromEntries(used)));
    }
  };
}

/** A file that was cut short remembers nothing. */
function parsed<T>(text: string): Record<string, T> {
  try {
    return JSON.parse(text) as Record<string, T>;
  } catch {
    return {};
  }
}

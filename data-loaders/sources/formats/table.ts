/** A cell as text, as a CSV file would have it; undefined where there is nothing. */
export type Cell = string | undefined;

/** A table in a file of another program. */
export interface ForeignTable {
  names: string[];
  /** Row by row, a cell for each name; an array is valid until the next is asked for. */
  rows(): Iterable<Cell[]> | AsyncIterable<Cell[]>;
  /** The labels of codes, of the codes that occurred, by the column's place; filled as rows are read. */
  labels?: Map<number, Map<string, string>>;
}

/** A day as `2023-07-01`, from days since 1970. */
export function dayText(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** A moment as `2023-07-01 08:30:00`, from seconds since 1970; a day alone at midnight. */
export function momentText(seconds: number): string {
  const text = new Date(Math.round(seconds * 1000)).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}

/** A time of day as `08:30:00`, from seconds since midnight. */
export function timeText(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

// Text to these days; a number out of them is no date, and stays a number.
const firstDay = Date.UTC(1, 0, 1) / 86_400_000;
const lastDay = Date.UTC(9999, 11, 31) / 86_400_000;

/** A number with the meaning that its format gives it, counted from `epoch` (days since 1970). */
export function numberText(value: number, meaning: "number" | "day" | "moment" | "time", epoch: number): string {
  if (meaning === "day") {
    const days = Math.floor(value) + epoch;
    return days >= firstDay && days <= lastDay ? dayText(days) : String(value);
  }
  if (meaning === "moment") {
    const seconds = value + epoch * 86_400;
    return seconds >= firstDay * 86_400 && seconds <= lastDay * 86_400 ? momentText(seconds) : String(value);
  }
  return meaning === "time" && value >= 0 ? timeText(value) : String(value);
}

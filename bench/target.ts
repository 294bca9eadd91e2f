/** A figure that is held against what it must reach. */
export function atMost(value: number, most: number, unit = "", digits = 0): string {
  const text = `${value.toFixed(digits)}${unit && ` ${unit}`}`;
  return `${text} (at most ${most}${unit && ` ${unit}`}: ${value <= most ? "met" : "NOT MET"})`;
}

/** The same of a figure that must not be smaller. */
export function atLeast(value: number, least: number): string {
  return `${value.toLocaleString("en")} (at least ${least.toLocaleString("en")}: ${value >= least ? "met" : "NOT MET"})`;
}

/** Lines of columns, each as wide as its widest cell. */
export function aligned(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join("  ")}`.trimEnd());
}

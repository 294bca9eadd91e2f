/** The number of decimals of a figure as printed: `95.7` has one. */
export function decimalsOf(printed: string): number {
  return printed.split(".")[1]?.length ?? 0;
}

/** Rounded half up, as the report rounds; a share that is a tie on paper must not fall to floating point. */
export function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  // Adding zero turns −0 into 0.
  return Math.round(value * unit + 1e-7) / unit + 0;
}

/** Whether a value, rounded to the decimals of the printed figure, is that figure. */
export function agrees(printed: string, value: number, decimals = decimalsOf(printed)): boolean {
  return rounded(value, decimals) === Number(printed);
}

/** As Danish readers write it: `1234.5` → `1.234,5`. */
export function danish(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return "intet";
  // Making a format takes far longer than using it, and there are thousands of figures.
  const format = (formats[decimals] ??= new Intl.NumberFormat("da-DK", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals
  }));
  return format.format(rounded(value, decimals)).replace("-", "−");
}

/** By their number of decimals. */
const formats: Intl.NumberFormat[] = [];

/** `12.34` → `12,3 %`. */
export function danishPercent(value: number, decimals = 1): string {
  return `${danish(value, decimals)} %`;
}

/** `12.34` → `+12,3 procentpoint`. */
export function danishPoints(value: number): string {
  return `${value > 0 ? "+" : ""}${danish(value, 1)} procentpoint`;
}

/** `2023-07-01` → `1. juli 2023`. */
export function danishDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("da-DK", {dateStyle: "long", timeZone: "UTC"});
}

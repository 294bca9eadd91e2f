/** The style of one profession: colour, and for greyscale print and colour-blind readers also symbol and dash. */
export interface SeriesStyle {
  color: string;
  /** A Plot symbol. */
  symbol: "circle" | "triangle" | "square" | "diamond2" | "star" | "wye";
  /** SVG stroke-dasharray; empty is solid. */
  dash: string;
}

// Contrast of at least 3 : 1 on white and on Framework's dark background alike, so one colour serves both and print.
// Lightness rises from the first to the fourth (L* 44, 49, 54, 61); smallest ΔE between two of them under simulated
// deuteranopia, protanopia and tritanopia is 12, and there the symbol differs.
const styles: SeriesStyle[] = [
  {color: "#2868c0", symbol: "circle", dash: ""},
  {color: "#cd4a10", symbol: "triangle", dash: "7 3"},
  {color: "#00937a", symbol: "square", dash: "2 3"},
  {color: "#cb78bb", symbol: "diamond2", dash: "8 3 2 3"},
  {color: "#877a5a", symbol: "star", dash: "4 2 1 2 1 2"},
  {color: "#872dff", symbol: "wye", dash: "1 2 6 2"}
];

/**
 * The page behind a chart: what a hollow symbol is filled with. Plot sets it to white,
 * Framework to the theme's background.
 */
export const BACKGROUND = "var(--plot-background)";

/**
 * The style of each profession by its place in the code book, so that a choice of professions never changes a colour.
 */
export function professionStyles(professions: Iterable<{id: string}>): Map<string, SeriesStyle> {
  return new Map([...professions].map(({id}, i) => [id, styles[i % styles.length]!]));
}

/** The colour of what is the reader's own: an area, a profession, a participant. */
export const OWN = styles[0]!.color;

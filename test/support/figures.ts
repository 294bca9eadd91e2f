import type {Page} from "playwright-core";

/** What a reader meets in one figure of a page. */
export interface SeenFigure {
  id: string;
  title: string;
  /** Empty when the figure says instead why there is nothing to draw. */
  sentence: string;
  empty: string;
  /** N and source, parted by ` · `. */
  source: string;
  /** What the page says of the numbers of all its figures. */
  about: string;
  buttons: string[];
  /** How many drawn things have a size. */
  marks: number;
  /** How many cells a table in the chart's place has. */
  cells: number;
}

/** Opens what figures are folded away in. */
export function openFolds(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const fold of Array.from(document.querySelectorAll("details")))
      if (fold.querySelector("figure.figure")) fold.open = true;
  });
}

/** Every figure of a page, as it stands. */
export function seenFigures(page: Page): Promise<SeenFigure[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>("figure.figure"), (figure) => {
      const text = (selector: string) => figure.querySelector<HTMLElement>(selector)?.innerText.trim() ?? "";
      const drawn = Array.from(figure.querySelectorAll("svg :is(path, rect, circle, line, text, use, polygon)")).filter(
        (mark) => {
          const {width, height} = mark.getBoundingClientRect();
          // A small drawing in a cell of a table is one of its words.
          return width + height > 0 && !mark.closest("td");
        }
      );
      return {
        id: figure.id,
        title: text(":is(h2, h3, h4)"),
        sentence: text(".figure-sentence"),
        empty: text(".figure-empty"),
        source: text(".figure-source"),
        about: document.querySelector(".about-numbers")?.textContent ?? "",
        buttons: Array.from(
          figure.querySelectorAll(".figure-buttons button"),
          (button) => button.textContent?.trim() ?? ""
        ),
        marks: drawn.length,
        cells: figure.querySelectorAll("table td").length
      };
    })
  );
}

/** What is missing from the frame of a figure, one sentence each. */
export function frameFaults(figure: SeenFigure): string[] {
  const {id, title, sentence, empty, source, about, buttons, marks, cells} = figure;
  const faults: string[] = [];
  const demand = (fine: boolean, fault: string) => void (fine || faults.push(`figure ${id || title}: ${fault}`));
  const [n = "", ...rest] = source.split(" · ");
  demand(id !== "", "no id");
  demand(title.length > 5, "no title");
  demand(/\d|skjult/.test(n) || empty !== "", `no N in "${n}"`);
  demand(
    rest.some((part) => part.startsWith("Kilde: ") && part.length > 10),
    `no source in "${source}"`
  );
  // The cases are described, not counted: no table lies behind them.
  if (!source.includes("opdigtede patientforløb")) {
    demand(/Segl: [0-9a-f]{8,}/.test(about), `no seal in "${about}"`);
    demand(about.includes(`»${title}«`) && /SELECT|FROM/.test(about), "no query");
  }
  if (empty) return faults;
  demand(/\s/.test(sentence) && sentence.endsWith("."), `no sentence in "${sentence}"`);
  demand(marks > 2 || cells > 2, "nothing drawn");
  // A figure that is a table has no picture to fetch, and no other table behind it.
  for (const name of marks > 2 ? ["Tabel", "CSV", "SVG", "PNG"] : ["CSV"])
    demand(buttons.includes(name), `no button ${name}`);
  return faults;
}

import {element} from "../../../src/components/dom/dom.js";

/** Numbers the figures of the report from 1, and gives each an anchor, `figur-1`. */
export function numberFigures(report: ParentNode): void {
  for (const [i, figure] of Array.from(report.querySelectorAll("figure.figure")).entries()) {
    figure.id = `figur-${i + 1}`;
    figure.querySelector(".figure-head > :is(h2, h3, h4)")?.prepend(`Figur ${i + 1}. `);
  }
}

/**
 * Writes the contents: each chapter with its figures, or its sections where it has no
 * figures. Every line links to its place, and has room for the number of its page.
 */
export function writeContents(report: ParentNode, contents: Element): void {
  const chapters = Array.from(report.querySelectorAll<HTMLElement>("section.chapter"));
  const lines = chapters.map((chapter) => {
    const figures = Array.from(chapter.querySelectorAll<HTMLElement>("figure.figure"));
    const parts =
      figures.length > 0
        ? figures.map((figure) =>
            entry(figure.id, figure.querySelector(".figure-head > :is(h2, h3, h4)")!.textContent!)
          )
        : Array.from(chapter.querySelectorAll("h2"), (section) => entry(section.id, section.textContent!));
    return entry(
      chapter.id,
      chapter.querySelector("h1")!.textContent!,
      parts.length > 0 ? element("ol", {}, ...parts) : null
    );
  });
  contents.append(element("ol", {}, ...lines));
}

/** Writes the pages that chapters and figures stand on. */
export function writePages(contents: Element, pages: Record<string, number>): void {
  for (const link of Array.from(contents.querySelectorAll("a"))) {
    link.querySelector(".page")!.textContent = String(pages[link.hash.slice(1)] ?? "");
  }
}

function entry(id: string, text: string, below: HTMLElement | null = null): HTMLElement {
  // As wide as a number, so that the lines break alike before and after the pages are known.
  const page = element("span", {class: "page"}, "00");
  return element("li", {}, element("a", {href: `#${id}`}, element("span", {}, text), page), below);
}

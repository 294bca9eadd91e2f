/** What to take of a page. */
export interface Taking {
  /** Set before every id, so that pages taken together do not share any. */
  prefix: string;
  /** The ids of the figures to take; all of the page where it is left out. */
  figures?: readonly string[];
  /** Of a page taken whole, the ids of headings whose sections stay on the screen. */
  without?: readonly string[];
  /** The code of the area to mark in every chart that has it. */
  area?: string;
}

/** A page as it goes to print. */
export interface TakenPage {
  title: string;
  /** Its content as HTML, drawn charts included. */
  body: string;
  /** What the page says instead of something it could not show. */
  errors: string[];
}

/** What is there for those who can press something, what is not shown, and what the front of the report says. */
const onScreen =
  ".drawn, .data-notice, .about-numbers, .page-badge, .choices, .figure-tools, .figure-more, .map-tip, .on-screen, .private-input, button, input, script, [hidden]";

/** Takes what a drawn page of the site says, without what only a screen can use. */
export function takePage({prefix, figures, without = [], area}: Taking): TakenPage {
  const main = document.querySelector("#observablehq-main")!.cloneNode(true) as HTMLElement;
  const heading = main.querySelector("h1");
  const title = heading?.textContent ?? document.title;
  heading?.remove();
  for (const node of Array.from(main.querySelectorAll(onScreen))) node.remove();
  if (figures) main.replaceChildren(...figures.flatMap((id) => main.querySelector(`#${CSS.escape(id)}`) ?? []));
  else for (const id of without) removeSection(main, id);
  if (area) markArea(main, area);
  // Nobody unfolds paper.
  for (const fold of Array.from(main.querySelectorAll("details"))) fold.open = true;
  // A profile by itself is one sheet of paper; here it is a chapter.
  main.querySelector(".profile-head")?.classList.replace("profile-head", "area-head");
  for (const link of Array.from(main.querySelectorAll("a"))) link.replaceWith(...Array.from(link.childNodes));
  for (const node of [...elements(main), main].reverse())
    if (node.matches("p, ul, li, section, div:not([class]), .observablehq--block") && isEmpty(node)) node.remove();
  removeBareHeadings(main);
  prefixIds(main, prefix);
  return {
    title,
    body: main.innerHTML,
    errors: Array.from(document.querySelectorAll(".observablehq--error"), (node) => node.textContent!)
  };
}

/** A heading and what stands below it, to the next heading of its level. */
function removeSection(main: Element, id: string): void {
  const heading = main.querySelector(`#${CSS.escape(id)}`);
  if (!heading) return;
  while (heading.nextElementSibling && heading.nextElementSibling.localName !== heading.localName)
    heading.nextElementSibling.remove();
  heading.remove();
}

/** A heading is bare when the next of its level follows at once, or nothing does. */
function removeBareHeadings(main: Element): void {
  for (const heading of Array.from(main.querySelectorAll(":scope > h2"))) {
    const next = heading.nextElementSibling;
    if (!next || next.localName === "h2") heading.remove();
  }
}

/** What pointing at the area does on the page, for good; its outline is drawn last, so that no neighbour covers it. */
function markArea(main: Element, area: string): void {
  for (const mark of Array.from(main.querySelectorAll<SVGElement>(`[data-area="${CSS.escape(area)}"]`))) {
    mark.style.setProperty("--linked", "1");
    mark.style.setProperty("--mark", "var(--map-mark)");
    if (mark.matches(".map-area")) mark.parentElement!.append(mark);
  }
}

/** Renames ids and what points at them within a drawing; what else points at an id has no use on paper. */
function prefixIds(main: Element, prefix: string): void {
  for (const node of elements(main)) {
    if (node.id) node.id = prefix + node.id;
    for (const {name, value} of Array.from(node.attributes)) {
      if (name.startsWith("aria-") && name !== "aria-label" && name !== "aria-hidden") node.removeAttribute(name);
      else if (value.includes("url(#")) node.setAttribute(name, value.replaceAll("url(#", `url(#${prefix}`));
      else if (name.endsWith("href") && value.startsWith("#")) node.setAttribute(name, `#${prefix}${value.slice(1)}`);
    }
  }
}

function isEmpty(node: Element): boolean {
  return node.childElementCount === 0 && node.textContent!.trim() === "";
}

function elements(root: Element): Element[] {
  return Array.from(root.querySelectorAll("*"));
}

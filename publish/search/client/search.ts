import {element} from "../../../src/components/dom/dom.js";
import {addressIn, find, type FoundPage, type SearchIndex} from "./find.js";

/** How many results are shown; the number found is said in full. */
const shown = 40;

/** Makes the search box answer. `index` holds every page; the site's own address lies above this module's folder. */
export function startSearch(index: SearchIndex, site = new URL("..", import.meta.url)): void {
  const input = document.querySelector<HTMLInputElement>("#observablehq-search input")!;
  const status = document.querySelector<HTMLElement>("#search-status")!;
  const list = document.querySelector<HTMLElement>("#search-results")!;
  const sidebar = document.querySelector<HTMLElement>("#observablehq-sidebar")!;
  const links = () => Array.from(list.querySelectorAll("a"));
  let answered = "";

  const answer = () => {
    const typed = input.value.trim();
    if (typed === answered) return;
    answered = typed;
    const pages = typed ? find(index, typed) : [];
    // Framework's own class: the menu makes room for the results.
    sidebar.classList.toggle("observablehq-search-results", typed !== "");
    status.textContent = typed ? howMany(pages.length) : "";
    list.replaceChildren(
      ...pages.slice(0, shown).map((page) => result(page, new URL(addressIn(index, page, typed), site)))
    );
  };

  input.addEventListener("input", answer);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value !== "") {
      input.value = "";
      answer();
      // On a phone, Framework would close the menu as well.
      event.stopPropagation();
      event.preventDefault();
    } else if (event.key === "Enter") {
      open(links()[0], event);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = links().at(event.key === "ArrowDown" ? 0 : -1);
      if (!next) return;
      next.focus();
      event.preventDefault();
    }
  });
  list.addEventListener("keydown", (event) => {
    const all: HTMLElement[] = [input, ...links()];
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === "ArrowDown") all[(at + 1) % all.length]!.focus();
    else if (event.key === "ArrowUp") all[at - 1]!.focus();
    else if (event.key === "Escape") input.focus();
    else return;
    event.stopPropagation();
    event.preventDefault();
  });
  answer();
}

/** How many pages were found, as it is shown and announced. */
export function howMany(pages: number): string {
  if (pages === 0) return "Ingen sider fundet";
  return pages === 1 ? "1 side fundet" : `${pages.toLocaleString("da-DK")} sider fundet`;
}

function open(link: HTMLAnchorElement | undefined, {ctrlKey, metaKey}: KeyboardEvent): void {
  if (!link) return;
  if (ctrlKey || metaKey) window.open(link.href, "_blank");
  else link.click();
}

function result({title, description}: FoundPage, {href}: URL): HTMLLIElement {
  const about = description ? element("span", {}, description) : null;
  return element("li", {}, element("a", {href}, element("strong", {}, title), about));
}

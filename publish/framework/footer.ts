// Rests on Framework 1.13.4: `footer` may be a function of a page, whose `path` begins with a slash, and its
// links from the site's root are made relative to the page.
import {escapeAttribute} from "../html.js";
import type {ParameterPage} from "../pages/parameterPage.js";

/**
 * The foot of a page. Framework's own pager has the pages of the menu only, so pages made
 * from a template have one here.
 * @param contact where to write to the data controller, as the settings have it
 */
export function pageFooter({path}: {path: string}, made: readonly ParameterPage[], contact = ""): string {
  return `${pager(path.slice(1), made)}Rygatlas: kvaliteten af rygbehandling i Danmark.${contactLine(contact)}`;
}

function contactLine(contact: string): string {
  if (contact === "") return "";
  const href = contact.startsWith("https://") ? contact : `mailto:${contact}`;
  return ` <a href="${escapeAttribute(href)}">Skriv til den dataansvarlige</a>`;
}

/** The way from a page made from a template to the one before it and the one after; empty for other pages. */
export function pager(address: string, made: readonly ParameterPage[]): string {
  const template = made.find((page) => page.address === address)?.template;
  if (template === undefined) return "";
  const alike = made.filter((page) => page.template === template);
  const at = alike.findIndex((page) => page.address === address);
  const link = (rel: string, page?: ParameterPage) =>
    page ? `<a rel="${rel}" href="/${page.address}"><span>${escapeAttribute(page.name)}</span></a>` : "";
  return `<nav aria-label="Forrige og næste side">${link("prev", alike[at - 1])}${link("next", alike[at + 1])}</nav>\n`;
}

import {leadOn} from "./folderAddresses.js";

/** Where pages went that had an address of their own once: readers have it in links and bookmarks. */
const moved = {sammenhaeng: "paa-tvaers"};

/**
 * Pages that lead on from addresses of earlier releases to the pages that took their place.
 * @param pages the site's pages by their file
 * @returns files by their path
 */
export function movedAddresses(pages: readonly string[]): Map<string, string> {
  const there = Object.entries(moved).filter(([, to]) => pages.includes(`${to}.html`));
  return new Map(there.map(([from, to]) => [`${from}.html`, leadOn(`./${to}`)]));
}

import {leadOn} from "./folderAddresses.js";

/** Where pages went that had an address of their own once: readers have it in links and bookmarks. */
const moved = {sammenhaeng: "paa-tvaers"};

/** Pages that lead on from addresses of earlier releases. @returns files by their path */
export function movedAddresses(): Map<string, string> {
  return new Map(Object.entries(moved).map(([from, to]) => [`${from}.html`, leadOn(`./${to}`)]));
}

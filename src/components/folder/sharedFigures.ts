import {element} from "../dom/dom.js";
import type {SharedItem} from "./folderLink.js";
import {isSame, readFolder, writeFolder} from "./folderStore.js";

/** How long a page that is there may take to draw its figure before its link is given up. */
const patience = 60_000;

/**
 * Fetches the figures of a shared link into the folder: each page is opened unseen, its figure requested, and its
 * own button pressed, so that a shared folder holds what this site shows today, hidden counts hidden.
 * @param onProgress is called after each figure with the number fetched
 * @returns the figures that could not be had
 */
export async function fetchShared(items: SharedItem[], onProgress: (done: number) => void): Promise<SharedItem[]> {
  const missing: SharedItem[] = [];
  for (const [i, item] of items.entries()) {
    if (await fetchOne(item))
      writeFolder(readFolder().map((one) => (isSame(one, item) ? {...one, note: item.note || one.note} : one)));
    else missing.push(item);
    onProgress(i + 1);
  }
  return missing;
}

async function fetchOne(item: SharedItem): Promise<boolean> {
  if (!(await isThere(item.address))) return false;
  const frame = element("iframe", {
    src: item.address,
    class: "folder-frame",
    title: "En delt figur hentes",
    "aria-hidden": "true",
    tabindex: -1
  });
  document.body.append(frame);
  try {
    const end = performance.now() + patience;
    while (performance.now() < end) {
      const figure = frame.contentDocument?.getElementById(item.figure);
      // A button drawn beforehand does nothing yet.
      const button = figure?.querySelector<HTMLButtonElement>(":not([inert]) > button[data-folder]");
      if (button) {
        if (!readFolder().some((one) => isSame(one, item))) button.click();
        await once(() => readFolder().some((one) => isSame(one, item)), end);
        return readFolder().some((one) => isSame(one, item));
      }
      await pause();
    }
    return false;
  } finally {
    frame.remove();
  }
}

function isThere(address: string): Promise<boolean> {
  return fetch(address, {method: "HEAD"}).then(
    ({ok}) => ok,
    () => false
  );
}

async function once(holds: () => boolean, end: number): Promise<void> {
  while (!holds() && performance.now() < end) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

import {element} from "../dom/dom.js";
import type {FigureOptions} from "../picture/figureOptions.js";
import {folderItem} from "./folderItem.js";
import {isSame, readFolder, withItem, writeFolder} from "./folderStore.js";
import {siteRoot} from "../dom/siteRoot.js";

/** Puts a figure in the meeting folder; returns the message to the reader. */
export function addToFolder(options: FigureOptions): Node[] {
  const items = readFolder();
  const item = folderItem(options, document.location);
  try {
    writeFolder(withItem(items, item));
  } catch (error) {
    console.error(error);
    return [document.createTextNode("Der er ikke plads til flere figurer i mødemappen.")];
  }
  return [
    document.createTextNode(
      items.some((one) => isSame(one, item)) ? "Figuren er i mødemappen i forvejen. " : "Tilføjet. "
    ),
    element("a", {href: new URL("moedemappe", siteRoot()).href}, "Åbn mødemappen")
  ];
}

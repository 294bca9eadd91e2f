import {element} from "../dom/dom.js";
import type {FigureOptions} from "../picture/figureOptions.js";
import {folderItem} from "./folderItem.js";
import {readFolder, withItem, writeFolder} from "./folderStore.js";
import {siteRoot} from "../dom/siteRoot.js";

/** Puts a figure in the meeting folder; returns the message to the reader. */
export function addToFolder(options: FigureOptions): Node[] {
  try {
    writeFolder(withItem(readFolder(), folderItem(options, document.location)));
  } catch (error) {
    console.error(error);
    return [document.createTextNode("Der er ikke plads til flere figurer i mødemappen.")];
  }
  return [
    document.createTextNode("Tilføjet. "),
    element("a", {href: new URL("moedemappe", siteRoot()).href}, "Åbn mødemappen")
  ];
}

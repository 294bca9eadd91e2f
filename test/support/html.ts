import type {Document} from "domhandler";
import {readHtml, writeHtml} from "../../publish/html.js";

/** A page as text after a change. */
export function changed(html: string, change: (document: Document) => void): string {
  const document = readHtml(html);
  change(document);
  return writeHtml(document);
}

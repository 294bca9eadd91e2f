import {selectAll, selectOne} from "css-select";
import type {AnyNode, ChildNode, Document, Element, ParentNode} from "domhandler";
import {append, appendChild} from "domutils";
import {parse, parseFragment, serialize} from "parse5";
import {adapter as treeAdapter} from "parse5-htmlparser2-tree-adapter";

/** What stands in `<noscript>` is read as elements, so that nothing in a page is passed over. */
const options = {treeAdapter, scriptingEnabled: false};

/** Reads a page as browsers do: what is left out or nested wrongly is mended by the rules of HTML. */
export function readHtml(html: string): Document {
  return parse(html, options);
}

/** A page as text. */
export function writeHtml(page: Document): string {
  return serialize(page, options);
}

/** The nodes of a piece of HTML, to be laid into a page. */
export function nodesOf(html: string): ChildNode[] {
  return parseFragment(html, options).childNodes;
}

/** The elements that a CSS selector finds, in the order of the page. */
export function all(selector: string, within: ParentNode): Element[] {
  return selectAll<AnyNode, Element>(selector, within);
}

/** The first element that a CSS selector finds. */
export function one(selector: string, within: ParentNode): Element | undefined {
  return selectOne<AnyNode, Element>(selector, within) ?? undefined;
}

/** Lays nodes into a page after another node, in their order. */
export function layAfter(node: ChildNode, html: string): void {
  for (const child of nodesOf(html).toReversed()) append(node, child);
}

/** Lays nodes into an element, after what it holds, in their order. */
export function layInto(element: Element, html: string): void {
  // A node leaves the list that it is met in.
  for (const child of [...nodesOf(html)]) appendChild(element, child);
}

/** A text as it may stand between double quotes in HTML and XML, and between tags. */
export function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

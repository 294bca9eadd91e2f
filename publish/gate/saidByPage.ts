import {isComment, isTag, isText, type AnyNode, type Document, type Element} from "domhandler";
import {filter, textContent} from "domutils";

/** Attributes that are read aloud or shown. */
const spoken = ["alt", "aria-label", "aria-description", "title", "content", "placeholder", "summary"];
/** What a head says to people; the rest it says to browsers. */
const description = /^(?:description|og:title|og:description|og:image:alt|keywords)$/;

/** Every element of a page in order, those in templates too. */
export function elementsOf(page: Document): Element[] {
  return filter(isTag, page) as Element[];
}

/** The data laid into a page. */
export function isData({name, attribs}: Element): boolean {
  return name === "script" && attribs.type === "application/json";
}

/** What a page says to readers and their aids: its text, and the attributes that are read aloud or shown. */
export function wordsOfPage(page: Document): string {
  const attributes = elementsOf(page).flatMap(({name, attribs}) =>
    name === "meta" && !description.test(attribs.name ?? attribs.property ?? "")
      ? []
      : spoken.map((one) => attribs[one] ?? "")
  );
  return [...texts(page, ({name}) => name === "script" || name === "style"), ...attributes].join(" \n ");
}

/** Everything that stands in a page for somebody to read, in its source too, but data and styles. */
export function everythingIn(page: Document): string {
  const comments = filter(isComment, page).map((comment) => textContent(comment));
  const attributes = elementsOf(page).flatMap(({attribs}) => Object.values(attribs));
  return [...texts(page, (element) => isData(element) || element.name === "style"), ...comments, ...attributes].join(
    " \n "
  );
}

function texts(page: Document, without: (parent: Element) => boolean): string[] {
  return filter(isText, page).flatMap((text: AnyNode) =>
    isTag(text.parent!) && without(text.parent) ? [] : [textContent(text)]
  );
}

/** The anchor that has been gone to, by page. */
const gone = new WeakMap<Document, string>();

/**
 * Goes to what the address names when it comes into the page: a browser looks for it once, before anything is drawn.
 * What is folded away is opened. A choice that draws it anew leaves the reader where they are.
 */
export function openAt(id: string, node: Element): void {
  const {hash} = document.location;
  if (hash !== `#${id}` || gone.get(document) === hash) return;
  gone.set(document, hash);
  // When the page is laid out.
  setTimeout(() => {
    node.closest("details")?.setAttribute("open", "");
    node.scrollIntoView?.();
  });
}

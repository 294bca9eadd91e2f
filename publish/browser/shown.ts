/* These functions run in a page of the site. */

/**
 * Whether every cell has shown what it shows. Framework leaves a comment where each does; whether a
 * cell shows anything stands in the page's script: such a cell asks for `display` or `view`.
 */
export function everyCellShown(): boolean {
  const script = Array.from(document.scripts, ({text}) => text).join("\n");
  const cells = Array.from(script.matchAll(/define\(\{id: "([^"]+)"[^\n]*?inputs: \[([^\]]*)\]/g));
  const showing = new Set(cells.filter(([, , inputs]) => /"(display|view)"/.test(inputs!)).map(([, id]) => `:${id}:`));
  const comments = document.createNodeIterator(document.body, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node; node = comments.nextNode()) {
    if (showing.has(node.nodeValue ?? "") && !node.previousSibling) return false;
  }
  return !document.querySelector("observablehq-loading");
}

/** No change in the page for a fifth of a second: charts are drawn again when their frame gets its width. */
export function still(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => (observer.disconnect(), resolve());
    let timer = setTimeout(done, 200);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 200);
    });
    observer.observe(document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
  });
}

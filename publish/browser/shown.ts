/* Put into every page that is followed (`settle.ts`), as `shown`, before its own scripts. */

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

/**
 * No change in the page for a fifth of a second and two frames: charts are drawn again when their frame gets its width.
 */
export function still(): Promise<void> {
  return new Promise((resolve) => {
    let changes = 0;
    const observer = new MutationObserver(() => void changes++);
    observer.observe(document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
    const look = () => {
      const before = changes;
      const end = () => (changes === before ? (observer.disconnect(), resolve()) : look());
      setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(end)), 200);
    };
    look();
  });
}

/**
 * Questions to workers without an answer: one of DuckDB-wasm has a `messageId`, and its answer the same as `requestId`.
 */
const questions = new Set<unknown>();
const heard = new WeakSet<Worker>();
const {postMessage} = Worker.prototype as {postMessage(message: unknown, ...more: unknown[]): void};
Worker.prototype.postMessage = function (this: Worker, message: {messageId?: unknown}, ...more: unknown[]) {
  if (!heard.has(this)) this.addEventListener("message", ({data}) => questions.delete(data?.requestId));
  heard.add(this);
  if (message?.messageId !== undefined) questions.add(message.messageId);
  postMessage.call(this, message, ...more);
};

/** How many questions to its workers the page waits for. */
export function openQuestions(): number {
  return questions.size;
}

/* Put into every page that is followed (`settle.ts`), as `shown`, before its own scripts. */

/**
 * Whether every cell has shown what it shows. Framework leaves a comment where each does; whether a
 * cell shows anything stands in the page's script: such a cell asks for `display` or `view`.
 */
function everyCellShown(): boolean {
  const script = Array.from(document.scripts, ({text}) => text).join("\n");
  const cells = Array.from(script.matchAll(/define\(\{id: "([^"]+)"[^\n]*?inputs: \[([^\]]*)\]/g));
  const showing = new Set(cells.filter(([, , inputs]) => /"(display|view)"/.test(inputs!)).map(([, id]) => `:${id}:`));
  const comments = document.createNodeIterator(document.body, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node; node = comments.nextNode()) {
    if (showing.has(node.nodeValue ?? "") && !node.previousSibling) return false;
  }
  return !document.querySelector("observablehq-loading");
}

/** What a page that is still says of itself. */
export interface Stillness {
  /** Whether it waits for a worker's answer, or has a chart that is to be drawn again at another width. */
  waits: boolean;
  everyCellShown: boolean;
}

/**
 * Waits until nothing has happened in the page for a fifth of a second and two frames: nothing changed, and no worker
 * was asked or answered. What the page says of itself is read in that very moment: a cell may show itself in the next.
 */
export function still(): Promise<Stillness> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => void events++);
    observer.observe(document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
    const look = () => {
      const before = events;
      const end = () => {
        if (events !== before) return look();
        observer.disconnect();
        resolve({waits: questions.size > 0 || chartAwaitsItsWidth(), everyCellShown: everyCellShown()});
      };
      setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(end)), 200);
    };
    look();
  });
}

/** How often something happened: the page changed, or a worker was asked or answered. */
let events = 0;

/** Whether a chart that is seen was drawn at another width than its region has, so that it will be drawn again. */
function chartAwaitsItsWidth(): boolean {
  return Array.from(document.querySelectorAll<HTMLElement>("[data-drawn-at]")).some((region) => {
    // As the chart's own observer, which hears nothing of what a closed `details` hides.
    const width = region.checkVisibility() ? Math.floor(region.getBoundingClientRect().width) : 0;
    return width > 0 && width !== Number(region.dataset.drawnAt);
  });
}

/**
 * Questions to workers without an answer: one of DuckDB-wasm has a `messageId`, and its answer the same as `requestId`.
 */
const questions = new Set<unknown>();
const heard = new WeakSet<Worker>();
const {postMessage} = Worker.prototype as {postMessage(message: unknown, ...more: unknown[]): void};
Worker.prototype.postMessage = function (this: Worker, message: {messageId?: unknown}, ...more: unknown[]) {
  if (!heard.has(this)) this.addEventListener("message", ({data}) => hear(data?.requestId));
  heard.add(this);
  if (message?.messageId !== undefined) questions.add(message.messageId);
  events++;
  postMessage.call(this, message, ...more);
};

function hear(answered: unknown): void {
  questions.delete(answered);
  events++;
}

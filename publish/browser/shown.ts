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
    if (showing.has(node.nodeValue ?? "") && !hasShown(node)) return false;
  }
  return !document.querySelector("observablehq-loading:not(.drawn)");
}

/** Whether anything of a cell's own stands before its comment: what a build drew beforehand does not. */
function hasShown({previousSibling: shown}: Node): boolean {
  return shown !== null && !(shown instanceof Element && shown.matches(".drawn"));
}

/** What Framework's client keeps of a cell: what its runtime computes for it. */
interface KeptCell {
  cell: unknown;
  variables: Variable[];
}
interface Variable {
  _promise: Promise<unknown>;
  _reachable: boolean;
  _module: {_runtime: {_dirty: Set<Variable>; _updates: Set<Variable>; _variables: Set<Variable>; _computing: unknown}};
}

/**
 * The cells of the page. The client keeps them in a map that nobody else sees, so they are met on their way into it.
 */
const kept: KeptCell[] = [];
const {set} = Map.prototype;
Map.prototype.set = function (this: Map<unknown, unknown>, key: unknown, value: unknown) {
  if (isKeptCell(value)) kept.push(value);
  return set.call(this, key, value);
};

function isKeptCell(value: unknown): value is KeptCell {
  return typeof value === "object" && value !== null && "cell" in value && "variables" in value;
}

/** Whether every cell has run to its end: one that then shows nothing has decided to. */
async function everyCellHasRun(): Promise<boolean> {
  const runtime = kept[0]?.variables[0]?._module._runtime;
  if (!runtime || runtime._computing || runtime._dirty.size > 0 || runtime._updates.size > 0) return false;
  const waiting = {};
  const promises = [...runtime._variables].filter(({_reachable}) => _reachable).map(({_promise}) => _promise);
  const states = await Promise.all(promises.map((one) => Promise.race([one, waiting]).catch(() => undefined)));
  return !states.includes(waiting);
}

/** What a page that is still says of itself. */
export interface Stillness {
  /** Whether it waits for a worker's answer, or has a chart that is to be drawn again at another width. */
  waits: boolean;
  /** Whether every cell has shown what it shows, or has run and shows nothing. */
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
        const waits = questions.size > 0 || chartAwaitsItsWidth();
        const shown = everyCellShown();
        void everyCellHasRun().then((run) => resolve({waits, everyCellShown: shown || run}));
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

// Rests on Framework 1.13.4: markdown is rendered at once, so that a renderer can await
// nothing, and what a block of code gives the page stands in `code` of its environment. A
// cell in error is what Framework shows with the class below.
import {MessageChannel, receiveMessageOnPort, Worker} from "node:worker_threads";
import type MarkdownIt from "markdown-it";
import type {JavaScriptNode} from "@observablehq/framework/dist/markdown.js";
import {taggedTemplates} from "./pageParts.js";
import type {Inquiry} from "./queryWorker.js";

/**
 * Shows in the preview, in place of a cell that asks what it may not, the sentence that lint and the build
 * refuse it with. DuckDB-wasm in the browser comes without the extension that gives a query as a tree.
 */
export function fencePreview(md: MarkdownIt, refused: (query: string) => string | undefined = inWorker()): MarkdownIt {
  const {fence} = md.renderer.rules;
  md.renderer.rules.fence = (tokens, i, options, env: {code: {node: JavaScriptNode}[]}, self) => {
    const before = env.code.length;
    const html = fence!(tokens, i, options, env, self);
    const queries = env.code
      .slice(before)
      .flatMap(({node}) => taggedTemplates({line: 1, column: 1, before: 0, node}, new Set(["sql"])));
    const sentence = queries.map(({parts}) => refused(parts.join("?"))).find((one) => one !== undefined);
    if (sentence === undefined) return html;
    env.code.length = before;
    const inspect = `<div class="observablehq--inspect observablehq--error">${md.utils.escapeHtml(sentence)}</div>`;
    return `<div class="observablehq observablehq--block">${inspect}</div>\n`;
  };
  return md;
}

/** Asks DuckDB in a thread of its own, and waits. Without an answer in ten seconds, queries are left to the browser. */
function inWorker(): (query: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  let worker: Worker | undefined;
  let silent = false;
  return (query) => {
    if (silent || known.has(query)) return known.get(query);
    if (!worker) {
      // A thread reads TypeScript only when it has learned to itself.
      const module = JSON.stringify(new URL("./queryWorker.ts", import.meta.url).href);
      worker = new Worker(`import("tsx/esm/api").then(({register}) => { register(); return import(${module}); })`, {
        eval: true
      });
      worker.on("error", () => (silent = true)).unref();
    }
    const {port1, port2} = new MessageChannel();
    const done = new Int32Array(new SharedArrayBuffer(4));
    worker.postMessage({query, port: port2, done} satisfies Inquiry, [port2]);
    silent = Atomics.wait(done, 0, 0, 10_000) === "timed-out";
    const sentence = receiveMessageOnPort(port1)?.message as string | undefined;
    port1.close();
    known.set(query, sentence);
    return sentence;
  };
}

// Rests on Framework 1.13.4: markdown is rendered at once, so that a query is looked through in a thread that
// `fencePreview.ts` waits for.
import {parentPort, type MessagePort} from "node:worker_threads";
import {name, openSession} from "../../data-loaders/engine/session.js";
import {tables} from "../../data-loaders/tables/index.js";
import {refusedQuery} from "../answers/query.js";
import {lock} from "../answers/tables.js";

/** A query to look through, and where to say what is wrong with it. */
export interface Inquiry {
  query: string;
  port: MessagePort;
  done: Int32Array;
}

const session = await openSession({memoryLimit: "200MB", threads: 1, temporary: ""});
// Only the names count: no query is run.
for (const table of tables) await session.run(`CREATE TABLE ${name(table.name)} (x INTEGER)`);
await lock(session);

parentPort!.on("message", async ({query, port, done}: Inquiry) => {
  port.postMessage((await refusedQuery(session, query).catch(() => undefined))?.message);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});

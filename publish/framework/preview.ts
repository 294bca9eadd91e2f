// Rests on Framework 1.13.4: `preview` gives an object with the HTTP server, whose one listener answers every request;
// what it rejects for a page that was saved, nobody awaits; and a script in a page's head stays as it is where it names
// no file.
import type {IncomingMessage, RequestListener, Server, ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {inPageScript} from "../browser/inPageScript.js";
import {dataAddress} from "./previewClient.js";

const clientAddress = "/_preview/client.js";

/** The script by which pages of the preview say what is wrong with them, before any of their cells runs. */
export const previewScript = `<script>document.write('<script src="${clientAddress}"></' + 'script>')</script>`;

/**
 * Starts the preview of a project on this machine alone, with somebody who is asked before it. What goes wrong with one
 * page is said, and ends nothing.
 * @param options.before answers a request itself, or says that it does not
 * @param options.data changes with each load
 * @param options.port else the first free from 3000
 * @returns its address, such as `http://127.0.0.1:3000`
 */
export async function startPreview({
  before,
  data,
  port,
  open = false
}: {
  before(request: IncomingMessage, response: ServerResponse): boolean;
  data(): string;
  port?: number;
  open?: boolean;
}): Promise<{address: string; server: Server}> {
  // Read when Framework is loaded: nothing is told to anybody.
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "1";
  const {preview} = await import("@observablehq/framework/dist/preview.js");
  const {server} = await preview({hostname: "127.0.0.1", port, open, verbose: true});
  const [framework] = server.listeners("request") as [RequestListener];
  server.removeAllListeners("request");
  server.on(
    "request",
    (request, response) =>
      void (before(request, response) || ofClient(data, request, response) || framework(request, response))
  );
  process.on("unhandledRejection", sayOf);
  server.on("close", () => process.off("unhandledRejection", sayOf));
  return {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server};
}

let client: Promise<string> | undefined;

/** Answers what `previewClient.ts` asks for. */
function ofClient(data: () => string, {url}: IncomingMessage, response: ServerResponse): boolean {
  const answer = (type: string, text: string) => {
    response.writeHead(200, {"content-type": `${type}; charset=utf-8`, "cache-control": "no-store"});
    response.end(text);
  };
  if (url === dataAddress) answer("text/plain", data());
  else if (url === clientAddress)
    void (client ??= clientScript()).then(
      (script) => answer("text/javascript", `${script}\nrygatlasPreview.followPreview(${JSON.stringify(data())});\n`),
      (error: Error) => response.writeHead(500).end(error.message)
    );
  else return false;
  return true;
}

function clientScript(): Promise<string> {
  const module = new URL("./previewClient.ts", import.meta.url);
  return inPageScript(module, "rygatlasPreview");
}

function sayOf(error: unknown): void {
  const {message, cause} = error as {message?: string; cause?: {message?: string}};
  const why = [message ?? String(error), cause?.message].filter(Boolean).join(": ");
  console.error(`Forhåndsvisningen kan ikke vise siden, som den nu er gemt (${why}).`);
}

// Rests on Framework 1.13.4: `preview` gives an object with the HTTP server, whose one listener answers every request.
import type {IncomingMessage, RequestListener, Server, ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

/**
 * Starts the preview of a project on this machine alone, with somebody who is asked before it.
 * @param options.before answers a request itself, or says that it does not
 * @param options.port else the first free from 3000
 * @returns its address, such as `http://127.0.0.1:3000`
 */
export async function startPreview({
  before,
  port,
  open = false
}: {
  before(request: IncomingMessage, response: ServerResponse): boolean;
  port?: number;
  open?: boolean;
}): Promise<{address: string; server: Server}> {
  // Read when Framework is loaded: nothing is told to anybody.
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "1";
  const {preview} = await import("@observablehq/framework/dist/preview.js");
  const {server} = await preview({hostname: "127.0.0.1", port, open, verbose: true});
  const [framework] = server.listeners("request") as [RequestListener];
  server.removeAllListeners("request");
  server.on("request", (request, response) => void (before(request, response) || framework(request, response)));
  return {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server};
}

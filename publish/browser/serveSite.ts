import {createReadStream, existsSync, readFileSync, statSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {networkInterfaces} from "node:os";
import {extname, join, normalize} from "node:path";
import type {BrowserContext} from "playwright-core";

/** What a file is called over HTTP, by its ending. */
export function contentType(file: string): string {
  return types[extname(file)] ?? "application/octet-stream";
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm"
};

/** A site being served. */
export interface ServedSite {
  /** `http://127.0.0.1:12345` */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on this machine only, with clean addresses, the site's own headers and
 * its own 404, as a web hotel would.
 */
export async function serveSite(dist: string): Promise<ServedSite> {
  const answer = answers(dist);
  const server = createServer((request, response) => {
    const {status, file, headers} = answer(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    response.statusCode = status;
    if (!file) return void response.end();
    response.setHeader("content-length", statSync(file).size);
    for (const [name, value] of headers) response.appendHeader(name, value);
    createReadStream(file).pipe(response);
  });
  return listen(server);
}

/**
 * Lets the pages of a browser have a built site at an address of its own. Where even the machine's own address is gone,
 * as in a program that all networks are taken from, each request is answered before it leaves the browser.
 */
export async function reachSite(context: BrowserContext, dist: string): Promise<ServedSite> {
  if (Object.keys(networkInterfaces()).length > 0) return serveSite(dist);
  const answer = answers(dist);
  const address = "http://localhost";
  await context.route(`${address}/**`, (route) => {
    const {status, file, headers} = answer(new URL(route.request().url()).pathname);
    return route.fulfill({status, headers: Object.fromEntries(headers), ...(file && {body: readFileSync(file)})});
  });
  return {address, close: async () => {}};
}

/** What is answered at a path of a built site: a file with its headers, or that there is none. */
interface SiteAnswer {
  status: number;
  file?: string;
  headers: [name: string, value: string][];
}

function answers(dist: string): (path: string) => SiteAnswer {
  let own: ReturnType<typeof readHeaders> | undefined;
  return (asked) => {
    const path = decodeURIComponent(asked);
    const file = fileOf(dist, path);
    const found = file ?? join(dist, "404.html");
    const status = file ? 200 : 404;
    if (!existsSync(found)) return {status, headers: []};
    // A site may be served before it is built.
    own ??= readHeaders(join(dist, "_headers"));
    const named = own.filter(({pattern}) => pattern.test(path));
    return {
      status,
      file: found,
      headers: [["content-type", contentType(found)], ...named.map(({name, value}): [string, string] => [name, value])]
    };
  };
}

/** Lets a server answer on this machine only, at a port of its own. */
export async function listen(server: Server): Promise<ServedSite> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

/** The file of a folder that a clean address stands for. */
export function fileOf(dist: string, path: string): string | undefined {
  const base = join(dist, normalize(path));
  const candidates = path.endsWith("/") ? [join(base, "index.html")] : [base, `${base}.html`];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/** What a `_headers` file says: a line with a path, `*` for anything, and below it a header a line. */
function readHeaders(file: string): {pattern: RegExp; name: string; value: string}[] {
  if (!existsSync(file)) return [];
  let pattern = /^$/;
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, name, value] = /^\s+([^:]+): (.+)$/.exec(line) ?? [];
      if (!name)
        pattern = new RegExp(
          `^${line
            .trim()
            .split("*")
            .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
            .join(".*")}$`
        );
      return name ? [{pattern, name, value: value!}] : [];
    });
}

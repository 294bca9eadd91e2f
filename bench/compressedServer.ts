import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import {extname} from "node:path";
import {brotliCompressSync, constants} from "node:zlib";
import {contentType, fileOf, listen, type ServedSite} from "../publish/browser/serveSite.js";

const compressible = new Set([".html", ".js", ".css", ".json", ".svg", ".wasm"]);

/** Compressing the largest files as hard as possible takes minutes and gains little. */
const large = 2_000_000;

interface Stored {
  body: Buffer;
  type: string;
  encoding?: "br";
}

/**
 * Serves folders on this machine only, as a good web hotel would: clean addresses, connections kept open, and text and
 * WebAssembly compressed with brotli, once per file.
 * @param folders by the first part of the address: `{"site": "/…/dist"}` serves `/site/audit/variation`
 */
export function serveCompressed(folders: Record<string, string>): Promise<ServedSite> {
  const kept = new Map<string, Stored>();
  const server = createServer({keepAliveTimeout: 60_000}, (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    const file = fileIn(folders, path);
    if (!file) return void response.writeHead(404, {"content-length": 0}).end();
    const compress = /\bbr\b/.test(String(request.headers["accept-encoding"])) && compressible.has(extname(file));
    const key = `${compress} ${file}`;
    const stored = kept.get(key) ?? read(file, compress);
    kept.set(key, stored);
    response.writeHead(200, {
      "content-type": stored.type,
      "content-length": stored.body.length,
      ...(stored.encoding && {"content-encoding": stored.encoding})
    });
    response.end(stored.body);
  });
  return listen(server);
}

function fileIn(folders: Record<string, string>, path: string): string | undefined {
  const [, first, rest] = /^\/([^/]+)(\/.*)$/.exec(path) ?? [];
  const folder = first !== undefined && Object.hasOwn(folders, first) ? folders[first] : undefined;
  return folder && fileOf(folder, rest!);
}

function read(file: string, compress: boolean): Stored {
  const body = readFileSync(file);
  const type = contentType(file);
  if (!compress) return {body, type};
  const quality = body.length > large ? 9 : 11;
  return {body: brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: quality}}), type, encoding: "br"};
}

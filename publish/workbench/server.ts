import {randomBytes, timingSafeEqual} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import type {IncomingMessage, ServerResponse} from "node:http";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {RefusedQuery} from "../answers/query.js";
import type {Bench} from "./bench.js";

/** Where the bench lies in the preview. */
export const benchPath = "/vaerksted";

/** What a request may hold. */
const mostBytes = 1_000_000;

type Endpoint = Exclude<keyof Bench, "close">;
const endpoints: readonly string[] = [
  "catalogue",
  "run",
  "protected",
  "ask",
  "window",
  "profile",
  "stop",
  "draft",
  "table"
] satisfies Endpoint[];

/** Answers a request to the bench; false where it is not one. */
export type BenchServer = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The bench over HTTP: its page and scripts to anyone on this machine, its endpoints to who knows the token, from a
 * page of the same address alone. A page elsewhere cannot ask: its browser says where it comes from, and a name that
 * has been made to point here is not this machine's.
 */
export function serveBench(bench: Bench, token: string): BenchServer {
  const files = clientFiles();
  return (request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname.replace(/\/$/, "");
    if (path !== benchPath && !path.startsWith(`${benchPath}/`)) return false;
    if (!isOurs(request.headers.host)) return end(response, 403, "Værkstedet svarer kun på denne maskine.");
    const name = path.slice(benchPath.length + 1);
    if (name.startsWith("api/")) void answer(bench, token, name.slice("api/".length), request, response);
    else void sendFile(files, name, response);
    return true;
  };
}

/** The token of this project's bench: random, kept where none but its owner reads it, so that open pages stay good. */
export function benchToken({workspace}: Pick<Settings, "workspace">): string {
  const file = join(workspace, "bench-token");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const token = randomBytes(24).toString("base64url");
  mkdirSync(workspace, {recursive: true});
  writeFileSync(file, token, {mode: 0o600});
  return token;
}

/** Where the running preview leaves its address, for an editor that opens cells in the bench. */
export function addressFile({workspace}: Pick<Settings, "workspace">): string {
  return join(workspace, "bench-address");
}

function isOurs(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? "");
}

async function answer(
  bench: Bench,
  token: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const {origin, host, authorization = ""} = request.headers;
  if (request.method !== "POST" || origin !== `http://${host}`)
    return void end(response, 403, "Kun værkstedets egen side kan spørge.");
  if (!isSame(authorization, `Bearer ${token}`))
    return void end(response, 401, "Åbn værkstedet på den adresse, som npm run dev skriver.");
  if (!endpoints.includes(name)) return void end(response, 404, "Det kan værkstedet ikke.");
  try {
    const asked = JSON.parse(await bodyOf(request)) as never;
    const answered = await bench[name as Endpoint](asked);
    json(response, 200, answered);
  } catch (error) {
    const isSaid = error instanceof Refusal || error instanceof RefusedQuery;
    if (!isSaid) console.error(error);
    json(response, 400, {error: isSaid ? error.message : `Værkstedet kunne ikke svare: ${(error as Error).message}`});
  }
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Refusal("Spørgsmålet er for langt.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8") || "{}";
}

function json(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? Number(one) : one));
  response.writeHead(status, {"content-type": "application/json; charset=utf-8", "cache-control": "no-store"});
  response.end(text);
}

function end(response: ServerResponse, status: number, sentence: string): true {
  response.writeHead(status, {"content-type": "text/plain; charset=utf-8", "cache-control": "no-store"});
  response.end(sentence);
  return true;
}

/** The page's own policy: nothing but its own scripts and endpoints. Editor and charts write styles of their own. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type ClientFiles = () => Promise<Map<string, {type: string; text: string}>>;

/** The page and its scripts, bundled the first time they are asked for. */
function clientFiles(): ClientFiles {
  const client = fileURLToPath(new URL("client/", import.meta.url));
  let bundled: ReturnType<ClientFiles> | undefined;
  const bundle: ClientFiles = async () => {
    const {outputFiles} = await build({
      entryPoints: {bench: join(client, "bench.ts"), draft: join(client, "draft.ts")},
      bundle: true,
      format: "iife",
      target: "es2022",
      minify: true,
      charset: "utf8",
      write: false,
      outdir: "unwritten"
    });
    const named = (file: string) => outputFiles.find(({path}) => path.endsWith(file))!.text;
    return new Map([
      ["", {type: "text/html", text: readFileSync(join(client, "bench.html"), "utf8")}],
      ["bench.js", {type: "text/javascript", text: named("bench.js")}],
      ["bench.css", {type: "text/css", text: readFileSync(join(client, "bench.css"), "utf8")}],
      ["draft.js", {type: "text/javascript", text: named("draft.js")}]
    ]);
  };
  return () => (bundled ??= bundle());
}

async function sendFile(files: ClientFiles, name: string, response: ServerResponse): Promise<void> {
  try {
    const file = (await files()).get(name);
    if (!file) return void end(response, 404, "Der er ingen sådan fil i værkstedet.");
    response.writeHead(200, {
      "content-type": `${file.type}; charset=utf-8`,
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store"
    });
    response.end(file.text);
  } catch (error) {
    end(response, 500, (error as Error).message);
  }
}

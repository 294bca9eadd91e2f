import {createServer} from "node:http";
import {request} from "node:http";
import {statSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {listen, type ServedSite} from "../../../publish/browser/serveSite.js";
import {openBench, type Bench} from "../../../publish/workbench/bench.js";
import {benchToken, serveBench} from "../../../publish/workbench/server.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";
import {smallWorkspace} from "./smallWorkspace.js";

const root = temporaryFolder();
let bench: Bench;
let served: ServedSite;
beforeAll(async () => {
  bench = openBench(await smallWorkspace(root));
  const answers = serveBench(bench, "right");
  served = await listen(createServer((asked, given) => void (answers(asked, given) || given.end("Framework"))));
});
afterAll(async () => {
  bench.close();
  await served.close();
});

interface Asked {
  path?: string;
  token?: string;
  origin?: string;
  host?: string;
  method?: string;
  body?: unknown;
}

/** A request with headers that a browser would not let a page choose. */
function ask({path = "/vaerksted/api/catalogue", token = "right", origin, host, method = "POST", body = {}}: Asked) {
  const {port, host: here} = new URL(served.address);
  return new Promise<{status: number; text: string; headers: Record<string, unknown>}>((resolve, reject) => {
    const asked = request(
      {
        port,
        path,
        method,
        headers: {host: host ?? here, origin: origin ?? served.address, authorization: `Bearer ${token}`}
      },
      (given) => {
        const chunks: Buffer[] = [];
        given.on("data", (chunk: Buffer) => chunks.push(chunk));
        given.on("end", () =>
          resolve({status: given.statusCode!, text: Buffer.concat(chunks).toString(), headers: given.headers})
        );
      }
    );
    asked.on("error", reject);
    asked.end(method === "POST" ? JSON.stringify(body) : undefined);
  });
}

test("who has the token and asks from the bench's own page is answered, and nothing of it is kept", async () => {
  const {status, text, headers} = await ask({});
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({groups: [{schema: "main"}, {schema: "before"}, {schema: "people"}]});
  expect(headers["cache-control"]).toBe("no-store");
});

test.each<[string, Asked, number]>([
  ["without the token", {token: ""}, 401],
  ["with another token", {token: "wrong"}, 401],
  ["from a page elsewhere", {origin: "https://evil.example"}, 403],
  ["from a page of another port", {origin: "http://127.0.0.1:1"}, 403],
  ["by a name that is made to point here", {host: "evil.example", origin: "http://evil.example"}, 403],
  ["by reading an address", {method: "GET"}, 403],
  ["for what the bench does not do", {path: "/vaerksted/api/close"}, 404],
  ["for what every object has", {path: "/vaerksted/api/constructor"}, 404]
])("who asks %s is refused", async (_, asked, status) => {
  const given = await ask(asked);
  expect(given.status).toBe(status);
  expect(given.text).not.toContain("people");
});

test("a refusal is one sentence in Danish", async () => {
  const body = {result: "answer 0", view: {}, from: 0, count: 1};
  const {status, text} = await ask({path: "/vaerksted/api/window", body});
  expect([status, JSON.parse(text)]).toEqual([400, {error: "Svaret er glemt; kør cellen igen."}]);
});

test("the page comes with a policy of its own, and other addresses are left to the preview", async () => {
  const page = await ask({path: "/vaerksted", method: "GET"});
  expect(page.text).toContain("<title>Værkstedet | Rygatlas</title>");
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
  expect((await ask({path: "/audit/variation", method: "GET"})).text).toBe("Framework");
  expect((await ask({path: "/vaerksteder", method: "GET"})).text).toBe("Framework");
});

test("the token is random, stays for open pages, and is its owner's alone", () => {
  const workspace = join(root, "other");
  const token = benchToken({workspace});
  expect(token).toMatch(/^[\w-]{32}$/);
  expect(benchToken({workspace})).toBe(token);
  expect(benchToken({workspace: join(root, "third")})).not.toBe(token);
  expect(statSync(join(workspace, "bench-token")).mode & 0o077).toBe(0);
});

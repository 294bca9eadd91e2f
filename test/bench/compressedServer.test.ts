import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {request, type IncomingMessage} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {brotliDecompressSync} from "node:zlib";
import {afterAll, beforeAll, expect, test} from "vitest";
import {serveCompressed} from "../../bench/compressedServer.js";
import type {ServedSite} from "../../publish/browser/serveSite.js";

const folder = mkdtempSync(join(tmpdir(), "rygatlas-test-"));
const page = "<p>Ondt i ryggen</p>".repeat(100);
const table = Buffer.from("PAR1".repeat(100));

let served: ServedSite;
beforeAll(async () => {
  mkdirSync(join(folder, "dist/audit"), {recursive: true});
  writeFileSync(join(folder, "secret.html"), "hemmeligt");
  writeFileSync(join(folder, "dist/index.html"), page);
  writeFileSync(join(folder, "dist/audit/forloeb.html"), page);
  writeFileSync(join(folder, "dist/table.parquet"), table);
  served = await serveCompressed({site: join(folder, "dist")});
});
afterAll(async () => {
  await served.close();
  rmSync(folder, {recursive: true});
});

test("text is compressed for those who understand it, and comes whole to those who do not", async () => {
  for (const path of ["/site/", "/site/audit/forloeb", "/site/audit/forloeb.html"]) {
    const {headers, body} = await get(path, "gzip, br");
    expect(headers["content-encoding"]).toBe("br");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(Number(headers["content-length"])).toBe(body.length);
    expect(body.length).toBeLessThan(page.length / 10);
    expect(brotliDecompressSync(body).toString()).toBe(page);
  }
  const plain = await get("/site/", "gzip");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.toString()).toBe(page);
});

test("tables are compressed already", async () => {
  const {headers, body} = await get("/site/table.parquet", "br");
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body).toEqual(table);
});

test("nothing but the folders is served", async () => {
  for (const path of [
    "/",
    "/site",
    "/other/",
    "/site/nothing",
    "/site/../secret.html",
    "/site/%2e%2e/secret.html",
    "/site/..%2fsecret.html",
    "/toString/"
  ]) {
    expect((await get(path, "br")).status, path).toBe(404);
  }
});

/** `fetch` tidies addresses and decompresses; this does neither. */
async function get(path: string, accepted: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(served.address, {path, headers: {"accept-encoding": accepted}}, resolve)
      .on("error", reject)
      .end();
  });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return {status: response.statusCode, headers: response.headers, body: Buffer.concat(parts)};
}

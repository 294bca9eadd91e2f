import {afterEach, beforeEach, expect, test, vi} from "vitest";

const precomputed = vi.fn();
const query = vi.fn();
const loaded = vi.fn();
vi.mock("../../../src/components/data/answers.js", () => ({precomputed}));
vi.mock("../../../src/components/data/database.js", () => (loaded(), {query}));
const {sql} = await import("../../../src/components/data/sql.js");

afterEach(() => vi.unstubAllGlobals());
beforeEach(() => {
  vi.stubGlobal("navigator", {onLine: true});
  precomputed.mockReset();
  query.mockReset();
});

test("what was answered beforehand is used, and the database is never loaded", async () => {
  precomputed.mockResolvedValue([{n: 1}]);
  expect([...(await sql`SELECT n FROM t WHERE p = ${"gp"}`)]).toEqual([{n: 1}]);
  expect(precomputed).toHaveBeenCalledWith(["SELECT n FROM t WHERE p = ", ""], ["gp"]);
  expect(loaded).not.toHaveBeenCalled();
});

test("an answer without rows is an answer", async () => {
  precomputed.mockResolvedValue([]);
  expect(await sql`SELECT 1`).toHaveLength(0);
  expect(query).not.toHaveBeenCalled();
});

test("what was not goes to the database, with the values beside the text", async () => {
  query.mockResolvedValue([{n: 2}]);
  expect([...(await sql`SELECT n FROM t WHERE p = ${"it's"} AND r = ${1}`)]).toEqual([{n: 2}]);
  expect(query).toHaveBeenCalledWith("SELECT n FROM t WHERE p = ? AND r = ?", ["it's", 1]);
});

test("the rows carry the query as somebody could run it, quotes in values doubled", async () => {
  precomputed.mockResolvedValue([]);
  expect((await sql`SELECT ${"it's"}, ${2}, ${null} FROM t`).sql).toBe("SELECT 'it''s', 2, null FROM t");
});

test("where the numbers cannot be fetched, the page says so in Danish", async () => {
  query.mockRejectedValue(new TypeError("Failed to fetch dynamically imported module: http://localhost/database.js"));
  await expect(sql`SELECT 1`).rejects.toThrow(/^Tallene til dette valg kunne ikke hentes: .*Vælg igen/);
  vi.stubGlobal("navigator", {onLine: false});
  query.mockRejectedValue(new Error("NetworkError in a worker"));
  await expect(sql`SELECT 1`).rejects.toThrow(/^Tallene til dette valg kunne ikke hentes/);
});

test("the database's complaint reaches the page, in Danish", async () => {
  query.mockRejectedValue(new Error('Parser Error: syntax error at or near "SELEKT"\n\nLINE 1: SELEKT'));
  await expect(sql`SELEKT`).rejects.toThrow("SQL'en kan ikke læses ved »SELEKT«.");
});

test("an answer of the database says how long it took; one given beforehand does not", async () => {
  query.mockResolvedValue([]);
  expect((await sql`SELECT 1`).milliseconds).toBeGreaterThanOrEqual(0);
  precomputed.mockResolvedValue([]);
  expect((await sql`SELECT 1`).milliseconds).toBeUndefined();
});

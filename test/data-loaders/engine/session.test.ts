import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {name, openSession, text, type Session} from "../../../data-loaders/engine/session.js";

let session: Session;
beforeAll(async () => {
  session = await openSession({
    memoryLimit: "300MB",
    threads: 2,
    temporary: join(mkdtempSync(join(tmpdir(), "session-")), "d'uck")
  });
});
afterAll(() => session.close());

test("names and texts are quoted", () => {
  expect(name("symptoms.leg")).toBe('"symptoms.leg"');
  expect(name('a"b')).toBe('"a""b"');
  expect(text("it's")).toBe("'it''s'");
  expect(text("")).toBe("''");
});

test("DuckDB reads them as they were, whatever stands in them", async () => {
  // DuckDB takes no empty names, and compares names without case.
  const words = fc
    .string({unit: "grapheme", minLength: 1, maxLength: 12})
    // Rows are plain objects, which no column of ours called __proto__ could live in.
    .filter((word) => !word.includes("\0") && word !== "__proto__");
  await fc.assert(
    fc.asyncProperty(words, words, async (column, value) => {
      expect(await session.rows(`SELECT ${text(value)} AS ${name(column)}`)).toEqual([{[column]: value}]);
    }),
    {
      examples: [
        ['a"b', "it's"],
        ["--", "'; DROP TABLE x; --"],
        ["æ ø å", "\\"],
        ["$1", "?"]
      ]
    }
  );
});

test("counts come as numbers, missing values as null", async () => {
  expect(
    await session.rows("SELECT count(*) AS n, NULL AS missing, 1.5::DOUBLE AS half, true AS yes FROM range(3)")
  ).toEqual([{n: 3, missing: null, half: 1.5, yes: true}]);
});

test("keeps to the limits of the settings and to the packages at hand", async () => {
  const settings = await session.rows<{name: string; value: string}>("SELECT name, value FROM duckdb_settings()");
  const value = (key: string) => settings.find((s) => s.name === key)!.value;
  expect(value("threads")).toBe("2");
  expect(value("memory_limit")).toMatch(/^28\d\.\d MiB$/);
  expect([value("autoinstall_known_extensions"), value("autoload_known_extensions")]).toEqual(["false", "false"]);
});

test("an error in a statement is the caller's to see", async () => {
  await expect(session.run("SELECT nothing FROM nowhere")).rejects.toThrow("nowhere");
  expect(await session.rows("SELECT 1 AS still")).toEqual([{still: 1}]);
});

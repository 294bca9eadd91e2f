import {statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readMemory} from "../../../data-loaders/engine/memory.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const file = join(temporaryFolder(), "workspace", "memory.json");

test("only what was noted since it was read is kept", () => {
  const first = readMemory<number[]>(file);
  first.note("a", [1]);
  first.note("b", [2]);
  first.keep();
  const later = readMemory<number[]>(file);
  expect([later.find("a"), later.find("b"), later.find("c")]).toEqual([[1], [2], undefined]);
  later.note("b", later.find("b")!);
  later.keep();
  expect([readMemory(file).find("a"), readMemory(file).find("b")]).toEqual([undefined, [2]]);
});

test("a file of the very same is not written again, one of anything else is", () => {
  const untouched = () => statSync(file).mtimeMs === 0;
  utimesSync(file, 0, 0);
  const same = readMemory<number[]>(file);
  same.note("b", same.find("b")!);
  same.keep();
  expect(untouched()).toBe(true);
  same.note("b", [3]);
  same.keep();
  expect([untouched(), readMemory(file).find("b")]).toEqual([false, [3]]);
});

test("a file that was cut short remembers nothing", () => {
  writeFileSync(file, '{"b": [2');
  expect(readMemory(file).find("b")).toBeUndefined();
});

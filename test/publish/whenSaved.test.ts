import type {FSWatcher} from "node:fs";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {whenSaved} from "../../publish/whenSaved.js";

let root: string;
let watcher: FSWatcher;
const run = vi.fn(async (_: ReadonlySet<string>) => {});

// The pause after a save is a clock of the test's own; what the file system says comes when it comes.
beforeEach(() => {
  vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]});
  root = mkdtempSync(join(tmpdir(), "rygatlas-saved-"));
  mkdirSync(join(root, "audit"));
  run.mockClear();
  [watcher] = whenSaved([root, join(root, "none")], run) as [FSWatcher];
});
afterEach(() => {
  watcher.close();
  vi.useRealTimers();
  rmSync(root, {recursive: true});
});

test("pages saved at once, at any depth, are one run", async () => {
  await saved("index.md", "audit/x.md", "audit/x.md");
  expect(run).not.toHaveBeenCalled();
  await pauseOver();
  expect(run).toHaveBeenCalledTimes(1);
});

test("a page saved later is another run", async () => {
  await saved("index.md");
  await pauseOver();
  await saved("audit/x.md");
  await pauseOver();
  expect(run).toHaveBeenCalledTimes(2);
});

test("a run is told what was saved", async () => {
  await saved("index.md", "audit/x.md");
  await pauseOver();
  expect(run.mock.calls[0]![0]).toEqual(
    new Set(["index.md", "audit/x.md", "last.txt"].map((file) => join(root, file)))
  );
});

test("a run that is under way is waited for, and what is saved meanwhile is one more", async () => {
  let end = () => {};
  run.mockImplementationOnce(() => new Promise((resolve) => (end = resolve)));
  await saved("index.md");
  await pauseOver();
  for (const file of ["audit/x.md", "index.md", "audit/x.md"]) {
    await saved(file);
    await pauseOver();
  }
  expect(run).toHaveBeenCalledTimes(1);
  end();
  await pauseOver();
  expect(run).toHaveBeenCalledTimes(2);
});

const pauseOver = () => vi.advanceTimersByTimeAsync(1000);

/** Saves files, and waits until the file system has said so of each and has nothing more to say of them. */
async function saved(...files: string[]): Promise<void> {
  for (const file of files) await noticed(file);
  await noticed("last.txt");
}

/** Saves again until it is noticed: a watcher may begin a little after it was asked for. */
function noticed(file: string): Promise<void> {
  return new Promise((resolve) => {
    const save = () => writeFileSync(join(root, file), String(++saves));
    const again = setInterval(save, 100);
    watcher.on("change", function heard(_, name) {
      if (name !== file) return;
      clearInterval(again);
      watcher.off("change", heard);
      resolve();
    });
    save();
  });
}

let saves = 0;

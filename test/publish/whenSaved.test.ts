import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {expect, test, vi} from "vitest";
import {whenSaved} from "../../publish/whenSaved.js";

test("runs once after pages were saved, at any depth, and not for other files", async () => {
  const root = mkdtempSync(join(tmpdir(), "rygatlas-saved-"));
  mkdirSync(join(root, "audit"));
  const run = vi.fn(async () => {});
  const watcher = whenSaved(root, run);
  try {
    await setTimeout(100);
    writeFileSync(join(root, "style.css"), "");
    await setTimeout(300);
    expect(run).not.toHaveBeenCalled();
    writeFileSync(join(root, "index.md"), "a");
    writeFileSync(join(root, "audit/x.md"), "b");
    writeFileSync(join(root, "audit/x.md"), "c");
    await vi.waitFor(() => expect(run).toHaveBeenCalled(), 5000);
    await setTimeout(300);
    expect(run).toHaveBeenCalledTimes(1);
    writeFileSync(join(root, "audit/x.md"), "d");
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2), 5000);
  } finally {
    watcher.close();
    rmSync(root, {recursive: true});
  }
});

import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvFormat} from "d3-dsv";
import {expect, test} from "vitest";
import {reconcileWith} from "../../../data-loaders/reconcile/reconcile.js";
import {computeFrom} from "../../../data-loaders/reconcile/twin.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {makeTwin} from "../synthetic/twin.js";
import {root} from "./madeUp.js";

test("one answer changed differs in exactly its cells", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-one-answer-"));
  const file = join(folder, "changed.csv");
  const {rows} = await makeTwin();
  const row = rows.find((r) => r.profession === "gp" && r.earlier_episodes === "several_disabling")!;
  row.earlier_episodes = "none_or_few";
  writeFileSync(file, csvFormat(rows));
  const audit = await computeFrom([file], {...readSettings(root), workspace: join(folder, "workspace")});
  rmSync(folder, {recursive: true, force: true});
  const {sources, unexplained} = reconcileWith({audit}, root);
  expect(
    sources
      .flatMap((s) => s.findings)
      .filter((f) => f.verdict === "different")
      .map((f) => f.key)
  ).toEqual([
    "gp/TIDLIGERE EPISODER/Flere funktionshæmmende rygepisoder/count",
    "gp/TIDLIGERE EPISODER/Flere funktionshæmmende rygepisoder/percent",
    "gp/TIDLIGERE EPISODER/Ingen eller få rygepisoder/count",
    "gp/TIDLIGERE EPISODER/Ingen eller få rygepisoder/percent"
  ]);
  expect(unexplained).toBe(4);
});

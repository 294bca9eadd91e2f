import {join} from "node:path";
import {expect, inject, test} from "vitest";
import {shareReconciled} from "../support/registers.js";
import {rygatlas} from "../support/run.js";

test("every printed figure is met by the twin, or its difference is explained", async () => {
  const {project} = inject("site");
  await shareReconciled(join(project, "data/workspace"));
  const {code, out, err} = await rygatlas(project, ["reconcile"]);
  // What it prints is the explanation, so it goes into the failure.
  expect(code, `${out.slice(-4000)}\n${err.slice(-2000)}`).toBe(0);
  expect(out.length).toBeGreaterThan(100);
});

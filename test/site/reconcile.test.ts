import {expect, inject, test} from "vitest";
import {rygatlas} from "../support/run.js";

test("every printed figure is met by the twin, or its difference is explained", async () => {
  const {code, out, err} = await rygatlas(inject("site").project, ["reconcile"]);
  // What it prints is the explanation, so it goes into the failure.
  expect(code, `${out.slice(-4000)}\n${err.slice(-2000)}`).toBe(0);
  expect(out.length).toBeGreaterThan(100);
});

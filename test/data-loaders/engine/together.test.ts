import {setTimeout} from "node:timers/promises";
import {expect, test} from "vitest";
import {together} from "../../../data-loaders/engine/together.js";

test("all results come in the order of the works", async () => {
  expect(await together([setTimeout(5, "first"), "second"])).toEqual(["first", "second"]);
});

test("the first work's error is thrown, also when the second failed before it", async () => {
  const fail = async (ms: number, message: string) => {
    await setTimeout(ms);
    throw new Error(message);
  };
  await expect(together([fail(10, "first"), fail(0, "second")])).rejects.toThrow("first");
});

test("nothing is left under way when one fails", async () => {
  let ended = false;
  const slow = setTimeout(10).then(() => void (ended = true));
  await expect(together([Promise.reject(new Error("no")), slow])).rejects.toThrow("no");
  expect(ended).toBe(true);
});

import {appendFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Settings} from "../data-loaders/ground/settings.js";
import {freshCheckout, secondsOf} from "./measure.js";
import {atMost} from "./target.js";

/**
 * The full build of an empty checkout after `npm ci`, a second one with nothing changed, and one more with the text of
 * one page changed.
 */
export function benchBuild(settings: Settings): string[] {
  const folder = freshCheckout(settings.root);
  try {
    const build = () => secondsOf("npm", ["run", "build"], {cwd: folder});
    const full = build();
    const same = build();
    appendFileSync(join(folder, "src/audit/variation.md"), "\nEn sætning mere.\n");
    const changed = build();
    return [
      `full build of an empty checkout: ${atMost(full, 90, "s", 1)}`,
      `second build, nothing changed:   ${atMost(same, 15, "s", 1)}`,
      `the text of one page changed:    ${atMost(changed, 20, "s", 1)}`
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {sum} from "d3-array";
import type {Settings} from "../data-loaders/ground/settings.js";
import {registerTwin} from "../data-loaders/synthetic/twin.js";
import {fewerPeople} from "./fewerPeople.js";
import {runOnce} from "./measure.js";
import type {RegisterRun} from "./registers.js";
import {aligned, atMost} from "./target.js";

/** One of so many of the twin's people, and the seconds that the load of their registers may take. */
const deliveries = [
  {oneOf: 128, most: 30},
  {oneOf: 12, most: 60}
];

/** The whole load of the registers of few people, protected: of few, more counts are small. */
export async function* benchSmallDeliveries(settings: Settings): AsyncGenerator<string> {
  const {folder: twin} = await registerTwin(settings);
  yield "registers of few people, loaded:";
  for (const {oneOf, most} of deliveries) {
    mkdirSync(settings.workspace, {recursive: true});
    const folder = mkdtempSync(join(settings.workspace, "bench-"));
    try {
      const [delivery, work] = [join(folder, "registers"), join(folder, "work")];
      for (const place of [delivery, work]) mkdirSync(place);
      const people = await fewerPeople(settings, twin, delivery, oneOf);
      const once = fileURLToPath(new URL("registersOnce.ts", import.meta.url));
      const {seconds, processor, steps} = runOnce<RegisterRun>(once, ["publish", delivery, work, "1"]);
      const protection = sum(steps, (step) => (/^Beskytter|^Beregner, hvad/.test(step.name) ? step.seconds : 0));
      yield* aligned([
        [
          `${people.toLocaleString("en")} people`,
          atMost(seconds, most, "s", 1),
          `${processor.toFixed(1)} s of processor time; ${protection.toFixed(1)} s are protection and ranges`
        ]
      ]);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  }
}

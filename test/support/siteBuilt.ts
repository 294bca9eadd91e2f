import {existsSync, readFileSync} from "node:fs";
import {setTimeout} from "node:timers/promises";
import {inject} from "vitest";
import {outcomeOf} from "./site.js";

// Before each test file of the site: it is built while the unit tests run, and may not be ready yet.
const outcome = outcomeOf(inject("site").project);
while (!existsSync(outcome)) await setTimeout(200);
const fault = readFileSync(outcome, "utf8");
if (fault) throw new Error(fault);

#!/usr/bin/env node
// The commands are TypeScript, read as they stand: there is no build step between editing a loader and running it.
import {register} from "tsx/esm/api";

register();
await import("../data-loaders/cli.ts");

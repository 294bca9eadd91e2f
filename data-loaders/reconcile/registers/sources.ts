import {registerFigures} from "../../printed/registers/registerFigures.js";
import type {ComputedRegisters} from "../../printed/registers/computed.js";
import {publishedFigures, type PublishedSource} from "../published.js";
import {definitions} from "./definitions.js";
import {primaryCare} from "./primaryCare.js";
import {recommendations} from "./recommendations.js";
import {timeline} from "./timeline.js";

/** Everything the annual report of the back database prints, file by file. */
export const registerSources: PublishedSource<ComputedRegisters>[] = [
  ...registerFigures.map(publishedFigures),
  definitions,
  primaryCare,
  timeline,
  recommendations
];

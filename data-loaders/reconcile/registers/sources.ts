import type {PublishedSource} from "../published.js";
import type {ComputedRegisters} from "./computed.js";
import {definitions} from "./definitions.js";
import {drugTypes} from "./drugTypes.js";
import {flow} from "./flow.js";
import {indicators} from "./indicators.js";
import {keyFigures} from "./keyFigures.js";
import {primaryCare} from "./primaryCare.js";
import {recommendations} from "./recommendations.js";
import {diagnoses, firstContacts, incidence} from "./regions.js";
import {serviceCodes} from "./serviceCodes.js";
import {timeline} from "./timeline.js";

/** Everything the annual report of the back database prints, file by file. */
export const registerSources: PublishedSource<ComputedRegisters>[] = [
  keyFigures,
  diagnoses,
  incidence,
  firstContacts,
  flow,
  indicators,
  drugTypes,
  serviceCodes,
  definitions,
  primaryCare,
  timeline,
  recommendations
];

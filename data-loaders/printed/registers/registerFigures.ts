import type {PrintedFigures} from "../figure.js";
import type {ComputedRegisters} from "./computed.js";
import {drugTypes} from "./drugTypes.js";
import {flow} from "./flow.js";
import {indicators} from "./indicators.js";
import {keyFigures} from "./keyFigures.js";
import {diagnoses, firstContacts, incidence} from "./regions.js";
import {serviceCodes} from "./serviceCodes.js";

/** Every figure that the annual report of the back database prints, file by file. */
export const registerFigures: PrintedFigures<ComputedRegisters>[] = [
  keyFigures,
  diagnoses,
  incidence,
  firstContacts,
  flow,
  indicators,
  drugTypes,
  serviceCodes
];

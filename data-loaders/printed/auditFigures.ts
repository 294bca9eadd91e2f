import {ages} from "./ages.js";
import {auditTables} from "./auditTables.js";
import type {Computed} from "./computed.js";
import type {PrintedFigures} from "./figure.js";
import {figures} from "./figures.js";
import {overview} from "./overview.js";
import {variation} from "./variation.js";

/** Every figure that the report on the audit prints, file by file. */
export const auditFigures: PrintedFigures<Computed>[] = [auditTables, overview, ages, figures, variation];

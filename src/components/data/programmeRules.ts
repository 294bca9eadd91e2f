import {FileAttachment} from "observablehq:stdlib";
import type {ProgrammeRule} from "../../../data-loaders/programme/rules.js";

/** The programme's rules with what measures them. */
export const programmeRules: ProgrammeRule[] = await FileAttachment("../../data/rules.json").json<ProgrammeRule[]>();

import {FileAttachment} from "observablehq:stdlib";
import type {CaseFacts} from "../../../data-loaders/programme/caseFacts.js";

/** The six cases with the verdicts of the programme's rules. */
export const cases: CaseFacts = await FileAttachment("../../data/cases.json").json<CaseFacts>();

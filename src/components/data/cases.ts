import {FileAttachment} from "observablehq:stdlib";
import type {CaseFacts} from "../../../data-loaders/programme/caseFacts.js";

/** The six cases with what the programme's rules say of them. */
export const cases: CaseFacts = await FileAttachment("../../data/cases.json").json<CaseFacts>();

import {FileAttachment} from "observablehq:stdlib";
import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";

/**
 * What pages on registers know without a query: periods, areas, definitions, words, and where the figures come from.
 */
export const registers: RegisterFacts = await FileAttachment("../../data/registers.json").json<RegisterFacts>();

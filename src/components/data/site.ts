import {FileAttachment} from "observablehq:stdlib";
import type {SiteFacts} from "../../../data-loaders/facts/siteFacts.js";

/** What every page knows without a query: the code book's words, the rounds, and where the figures come from. */
export const site: SiteFacts = await FileAttachment("../../data/site.json").json<SiteFacts>();

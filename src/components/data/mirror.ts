import {FileAttachment} from "observablehq:stdlib";
import type {Mirror} from "../../../data-loaders/programme/mirror.js";

/** The subjects that audit and registers both measure, with what is not the same. */
export const mirror: Mirror = await FileAttachment("../../data/mirror.json").json<Mirror>();

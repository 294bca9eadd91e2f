import {FileAttachment} from "observablehq:stdlib";
import type {Prevalence} from "../../../data-loaders/programme/prevalence.js";

/** The printed shares from the population to the patient, and of the diagnostic triad. */
export const prevalence: Prevalence = await FileAttachment("../../data/prevalence.json").json<Prevalence>();

// The ids that stand in the tables on the audit beside those of the code book, with their words.

import type {Words} from "./words.js";

/** Stands where a form has no answer. */
export const missing = {danish: "uoplyst", english: "not stated"};
const all = {danish: "alle", english: "all"};

/**
 * Where a form does not say which, the consultation counts as later: such forms are few, and by themselves would hide
 * much beside them.
 */
export const consultations = {
  all: {danish: "alle konsultationer", english: "all"},
  first: {danish: "første konsultation", english: "first"},
  later: {danish: "senere eller uoplyst konsultation", english: "later, or not stated"}
} satisfies Words;

export const patientGroups = {
  all: {danish: "alle patienter", english: "all"},
  severe: {danish: "svært påvirkede", english: "severely affected"}
} satisfies Words;

export const sexes = {
  female: {danish: "kvinder", english: "female"},
  male: {danish: "mænd", english: "male"}
} satisfies Words;

/** The sexes as an audit's tables have them. */
export const sexesOfAudit = {...sexes, all} satisfies Words;

import {citizen, contact, csv, diagnosis, prescription, procedure, service} from "./registerExtract.js";

/** People of a delivery, and the rows of each register, one a person, as they stand in its file. */
export const people = Array.from({length: 200}, (_, i) => `p${String(i).padStart(5, "0")}`);
export const contacts = (changes: (i: number) => Record<string, string> = () => ({})) =>
  csv(people.map((pnr, i) => contact({pnr, dw_ek_kontakt: `k${pnr}`, dw_ek_forloeb: `f${pnr}`, ...changes(i)})));
export const diagnoses = (changes: Record<string, string>) =>
  csv(people.map((pnr) => diagnosis({dw_ek_kontakt: `k${pnr}`, ...changes})));
export const operations = (changes: Record<string, string> = {}) =>
  csv(people.map((pnr) => procedure({dw_ek_kontakt: `k${pnr}`, dw_ek_forloeb: `f${pnr}`, ...changes})));
export const prescriptions = (changes: (pnr: string, i: number) => Record<string, string> = () => ({})) =>
  csv(people.map((pnr, i) => prescription({pnr, ...changes(pnr, i)})));
export const services = (changes: Record<string, string> = {}) => csv(people.map((pnr) => service({pnr, ...changes})));
export const citizens = (changes: (i: number) => Record<string, string> = () => ({})) =>
  csv(people.map((pnr, i) => citizen({pnr, ...changes(i)})));

/** A delivery without fault, by the paths of its files. */
export const whole = {
  "bef/bef.csv": citizens(),
  "lpr_contacts/kontakter.csv": contacts(),
  "lpr_diagnoses/diagnoser.csv": diagnoses({}),
  "lpr_surgical_procedures/kirurgi.csv": operations(),
  "lpr_organisations/org.csv": csv([{sorenhed: "s1", region: "1083", institutionsejer_type: "Region"}]),
  "lmdb/lmdb.csv": prescriptions(),
  "sssy/sssy.csv": services()
};

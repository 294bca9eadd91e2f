import {join} from "node:path";
import {Refusal} from "../../ground/refusal.js";
import {bef} from "./bef.js";
import {deaths} from "./deaths.js";
import {dream} from "./dream.js";
import {lmdb} from "./lmdb.js";
import {lprContacts} from "./lprContacts.js";
import {lprDiagnoses} from "./lprDiagnoses.js";
import {lprOrganisations} from "./lprOrganisations.js";
import {lprOtherProcedures, lprProcedures, lprSurgicalProcedures} from "./lprProcedures.js";
import {migrations} from "./migrations.js";
import {population} from "./population.js";
import {prescribers} from "./prescribers.js";
import {sssy} from "./sssy.js";
import type {RegisterSpec} from "./registerSpec.js";

/** Every kind of register extract, in the order in which they are reported. */
export const registerSpecs: RegisterSpec[] = [
  lprContacts,
  lprDiagnoses,
  lprSurgicalProcedures,
  lprOtherProcedures,
  lprProcedures,
  lprOrganisations,
  lmdb,
  prescribers,
  sssy,
  dream,
  bef,
  deaths,
  migrations,
  population
];

/**
 * What is not delivered; the two files of procedures and the one of the A model stand in for each other.
 * @throws Refusal when a needed register is among them
 */
export function missingRegisters(folder: string, delivered: string[]): {kind: string; message: string}[] {
  const byModel = delivered.includes(lprProcedures.kind)
    ? [lprSurgicalProcedures, lprOtherProcedures]
    : [lprProcedures];
  const missing = registerSpecs
    .filter((spec) => !delivered.includes(spec.kind) && !byModel.includes(spec))
    .map((spec) => ({
      spec,
      message: `${spec.label} mangler: ${spec.without}; læg udtrækket i ${join(folder, spec.kind)}.`
    }));
  const needed = missing.find(({spec}) => spec.needed);
  if (needed) throw new Refusal(needed.message);
  return missing.map(({spec, message}) => ({kind: spec.kind, message}));
}

import {drugTypes} from "./drugTypes.js";
import {employmentOutcomes} from "./employmentOutcomes.js";
import {firstContacts} from "./firstContacts.js";
import {incidence} from "./incidence.js";
import {indicatorValues} from "./indicatorValues.js";
import {keyFigures} from "./keyFigures.js";
import {patientFlows} from "./patientFlows.js";
import {prescribers} from "./prescribers.js";
import {primaryCareContacts} from "./primaryCareContacts.js";
import {registerDiagnoses} from "./registerDiagnoses.js";
import type {RegisterTable} from "./registerTable.js";

/** Every published table on registers, in the order the download page lists them; `means` and `variation` get rows of their own beside. */
export const registerTables: RegisterTable[] = [
  indicatorValues,
  patientFlows,
  firstContacts,
  registerDiagnoses,
  incidence,
  drugTypes,
  prescribers,
  employmentOutcomes,
  primaryCareContacts,
  keyFigures
];

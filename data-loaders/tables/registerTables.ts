import type {RegisterModels} from "../indicators/definition/analyseRegisters.js";
import {drugTypes} from "./drugTypes.js";
import {employmentOutcomes} from "./employmentOutcomes.js";
import {firstContacts} from "./firstContacts.js";
import {incidence} from "./incidence.js";
import {indicatorValues} from "./indicatorValues.js";
import {keyFigures} from "./keyFigures.js";
import {pathwayRuleChecks} from "./pathwayRuleChecks.js";
import {pathways} from "./pathways.js";
import {patientFlows} from "./patientFlows.js";
import {prescribers} from "./prescribers.js";
import {primaryCareContacts} from "./primaryCareContacts.js";
import {registerDiagnoses} from "./registerDiagnoses.js";
import {registerMeans} from "./registerMeans.js";
import {registerVariation} from "./registerVariation.js";
import {residents} from "./residents.js";
import type {Table} from "./table.js";

/** Every published table on registers, in the order the download page lists them. */
export const registerTables: Table<RegisterModels>[] = [
  indicatorValues,
  patientFlows,
  pathways,
  pathwayRuleChecks,
  firstContacts,
  registerDiagnoses,
  incidence,
  residents,
  drugTypes,
  prescribers,
  employmentOutcomes,
  primaryCareContacts,
  keyFigures,
  registerMeans,
  registerVariation
];

import {publishedClaims} from "../published.js";
import type {ComputedRegisters} from "../../printed/registers/computed.js";
import type {Definition} from "./definition.js";
import {definitionsOfIndicators} from "./definitionsOfIndicators.js";
import {definitionsOfPatients} from "./definitionsOfPatients.js";

/** Every definition by its id. */
const definitionChecks: Record<string, Definition> = {...definitionsOfPatients, ...definitionsOfIndicators};

/**
 * Who counts, in which window, from which register and by which codes, held against settings,
 * indicators and code lists.
 */
export const definitions = publishedClaims<ComputedRegisters>("dard_definitions.csv", "Definitioner", (row) => {
  const definition = definitionChecks[row.def_id!];
  return {
    id: row.def_id!,
    where: definition?.term ?? row.def_id!,
    text: definition?.text ?? "",
    measurement: definition && {how: definition.how, measure: (c) => definition.check(c, row)}
  };
});

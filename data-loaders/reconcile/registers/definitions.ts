import {judge, unmeasured, type Claim} from "../outcome.js";
import type {PublishedSource} from "../published.js";
import type {ComputedRegisters} from "./computed.js";
import type {Definition} from "./definition.js";
import {definitionsOfIndicators} from "./definitionsOfIndicators.js";
import {definitionsOfPatients} from "./definitionsOfPatients.js";

const source = "dard_definitions.csv";

/** Every definition by its id. */
export const definitionChecks: Record<string, Definition> = {...definitionsOfPatients, ...definitionsOfIndicators};

/**
 * Who counts, in which window, from which register and by which codes, held against settings,
 * indicators and code lists.
 */
export const definitions: PublishedSource<ComputedRegisters> = {
  source,
  title: "Definitioner",
  kind: "claims",
  compare: (rows, computed, explanations) =>
    rows.map((row) => {
      const definition = definitionChecks[row.def_id!];
      const claim: Claim = {
        source,
        id: row.def_id!,
        where: definition?.term ?? row.def_id!,
        text: definition?.text ?? ""
      };
      if (!definition) return unmeasured(claim);
      return judge(claim, {how: definition.how, measure: (c) => definition.check(c, row)}, computed, explanations);
    })
};

import type {DSVRowString} from "d3-dsv";
import {judge, unmeasured, type Claim, type Measured} from "../outcome.js";
import type {PublishedSource} from "../published.js";
import type {ComputedRegisters} from "./computed.js";
import {definitionsOfIndicators} from "./definitionsOfIndicators.js";
import {definitionsOfPatients} from "./definitionsOfPatients.js";

const source = "dard_definitions.csv";

/** A definition of the report, and what of ours says the same. Texts are Danish. */
export interface Definition {
  term: string;
  /** What the report prints. */
  text: string;
  /** What of ours is held against it. */
  how: string;
  /** Windows, codes and ages are read from the printed row, so that a changed print is seen. */
  check(computed: ComputedRegisters, printed: DSVRowString): Measured[];
}

/** Every definition by its id. */
export const definitionChecks: Record<string, Definition> = {...definitionsOfPatients, ...definitionsOfIndicators};

/** Who counts, in which window, from which register and by which codes, held against settings, indicators and code lists. */
export const definitions: PublishedSource<ComputedRegisters> = {
  source,
  title: "Definitioner",
  kind: "claims",
  compare: (rows, computed, explanations) =>
    rows.map((row) => {
      const definition = definitionChecks[row.def_id!];
      const claim: Claim = {source, id: row.def_id!, where: definition?.term ?? row.def_id!, text: definition?.text ?? ""};
      if (!definition) return unmeasured(claim);
      return judge(claim, {how: definition.how, measure: (c) => definition.check(c, row)}, computed, explanations);
    })
};

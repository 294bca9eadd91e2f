import {readCodebook} from "../ground/codebook.js";
import {readIndicators} from "../indicators/definition/readIndicators.js";
import type {Settings} from "../ground/settings.js";
import {caseFacts, type CaseFacts} from "./caseFacts.js";
import {readMirror, type Mirror} from "./mirror.js";
import {readPrevalence, type Prevalence} from "./prevalence.js";
import {indicatorReasons, type Reasons} from "./reasons.js";
import {readRules, type ProgrammeRule} from "./rules.js";

/** What pages show of the programme, a file each. */
export interface ProgrammeFacts {
  rules: {
    rules: ProgrammeRule[];
    /** Good reasons to differ from the others, by indicator. */
    reasons: Record<string, Reasons>;
  };
  prevalence: Prevalence;
  mirror: Mirror;
  cases: CaseFacts;
}

/**
 * Reads what pages show of the programme. It comes from `data` and the definitions alone, whatever the extracts are.
 * @throws Refusal naming the entry of `data/programme` and what is wrong with it
 */
export async function programmeFacts({root, codebook: folder}: Settings): Promise<ProgrammeFacts> {
  const codebook = readCodebook(folder);
  const indicators = (await readIndicators()).map(({id}) => id);
  return {
    rules: {
      rules: readRules(root, codebook, indicators),
      reasons: Object.fromEntries(
        indicators.flatMap((id) => {
          const reasons = indicatorReasons(root, id);
          return reasons ? [[id, reasons]] : [];
        })
      )
    },
    prevalence: readPrevalence(root, codebook),
    mirror: readMirror(root, codebook, indicators),
    cases: caseFacts(root, codebook, indicators)
  };
}

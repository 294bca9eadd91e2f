import type {Explanations} from "./explanations.js";
import type {Finding} from "./finding.js";
import {agrees, danish, decimalsOf} from "./printedNumber.js";

/** A printed figure and the value that should round to it. */
export interface FigurePair {
  source: string;
  key: string;
  where: string;
  /** As in the file, empty where the report prints nothing. */
  printed: string;
  computed: number | undefined;
  /** Decimals the report prints, where the file has dropped them: a chart prints 8.0 as 8. */
  decimals?: number;
}

/** Compares to the printed decimals. */
export function compareFigure(pair: FigurePair, explanations: Explanations): Finding {
  const {source, key, where, printed, computed, decimals = decimalsOf(printed)} = pair;
  const shown = computed === undefined ? "findes ikke" : danish(computed, decimals);
  const inDanish = printed === "" ? "blank" : danish(Number(printed), decimalsOf(printed));
  const finding = {source, key, where, printed: inDanish, computed: shown};
  if (printed === "") return {...finding, verdict: "not_printed"};
  if (computed !== undefined && agrees(printed, computed, decimals)) return {...finding, verdict: "equal"};
  const explanation = explanations.explain(source, key, computed);
  return explanation ? {...finding, verdict: "explained", ...explanation} : {...finding, verdict: "different"};
}

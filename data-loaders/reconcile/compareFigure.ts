import type {Explanations} from "./explanations.js";
import type {Finding} from "./finding.js";
import {agrees, danish, decimalsOf} from "./printedNumber.js";

/** A printed figure and the value that should round to it. */
export interface Figure {
  key: string;
  where: string;
  /** As in the file, empty where the report prints nothing. */
  printed: string;
  /** Text where a date or a code is printed, which is compared letter by letter. */
  computed: number | string | undefined;
  /** Decimals the report prints, where the file has dropped them: a chart prints 8.0 as 8. */
  decimals?: number;
  /** How it was measured, where that is not plain. */
  measured?: string;
  /** Why there is nothing to compute it from. */
  notAbout?: string;
}

/** Compares to the printed decimals. */
export function compareFigure(source: string, figure: Figure, explanations: Explanations): Finding {
  const {key, where, printed, computed, decimals = decimalsOf(printed), measured, notAbout} = figure;
  if (notAbout) return {source, key, where, printed, computed: "–", verdict: "not_about", measured: notAbout};
  const finding = {source, key, where, ...(measured && {measured})};
  if (typeof computed === "string")
    return {...finding, printed, computed, verdict: computed === printed ? "equal" : "different"};
  const shown = computed === undefined ? "findes ikke" : danish(computed, decimals);
  const inDanish = printed === "" ? "blank" : danish(Number(printed), decimalsOf(printed));
  const both = {...finding, printed: inDanish, computed: shown};
  if (printed === "") return {...both, verdict: "not_printed"};
  if (computed !== undefined && agrees(printed, computed, decimals)) return {...both, verdict: "equal"};
  const explanation = explanations.explain(source, key, computed);
  return explanation ? {...both, verdict: "explained", ...explanation} : {...both, verdict: "different"};
}

import type {Explanations} from "./explanations.js";
import type {Figure} from "../printed/figure.js";
import type {Finding} from "./finding.js";
import {agrees, danish, decimalsOf} from "../printed/printedNumber.js";

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

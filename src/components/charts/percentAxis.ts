import type {AnswerAxis} from "./answerRows.js";
import {percent} from "../words/format.js";

/**
 * The whole way from 0 to 100 %, so that charts can be laid beside each other; or to
 * `highest`, in tens, where all is small.
 */
export function percentAxis(label: string, highest = 100): AnswerAxis {
  return {
    domain: [0, Math.min(100, Math.max(10, Math.ceil(highest / 10) * 10))],
    label,
    tickFormat: (x) => percent(x, 0)
  };
}

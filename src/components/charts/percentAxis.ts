import type {AnswerAxis} from "./answerRows.js";
import {percent} from "../format.js";

/** The whole way from 0 to 100 %, so that charts can be laid beside each other. */
export function percentAxis(label: string): AnswerAxis {
  return {domain: [0, 100], label, tickFormat: (x) => percent(x, 0)};
}

import {verdicts, type Verdict} from "../../domain/programme.js";
import type {SeriesStyle} from "./colors.js";

const part = (id: Verdict, style: SeriesStyle) => ({id, label: verdicts[id].label, style});

/** Verdicts as parts of a bar. */
export const ruleParts = [
  part("follows", {color: "#2868c0", symbol: "circle", dash: ""}),
  part("departs", {color: "#cd4a10", symbol: "triangle", dash: "7 3"}),
  part("undecided", {color: "#877a5a", symbol: "square", dash: "2 3"})
];

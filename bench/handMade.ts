// The script of the hand-made page the bench compares with: rows that stand in the page, and the chart.
import {dotInterval, type DotIntervalOptions} from "../src/components/charts/dotInterval.js";
import type {AnswerRow} from "../src/components/charts/answerRow.js";

const {rows, ...options} = JSON.parse(document.getElementById("data")!.textContent!) as {
  rows: AnswerRow[];
} & DotIntervalOptions;
const place = document.querySelector(".figure-chart")!;
place.append(dotInterval(rows, {...options, width: place.clientWidth}));

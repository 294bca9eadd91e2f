import type {Status} from "../../domain/status.js";
import {percent} from "../words/format.js";
import {whyNoShare} from "../rows/areaValue.js";
import {withInterval} from "./withInterval.js";

interface Share {
  percent: number | null;
  low: number | null;
  high: number | null;
}

/** What an indicator is measured against. */
export interface Goal {
  target: {percent: number; source: string} | null;
  direction: "high" | "low" | "none";
}

/** The country's share with its interval, and how it stands to the target where there is one. */
export function indicatorShare(row: (Share & {status: Status}) | undefined, {target, direction}: Goal): string {
  if (!row || row.percent === null)
    return `Andelen på landsplan kan ikke vises for denne periode${row ? `: ${whyNoShare(row.status)}` : ""}.`;
  const share = `På landsplan er andelen ${withInterval(row)}`;
  if (!target) return `${share}. Der er ikke offentliggjort et mål i tal.`;
  return `${share}. Målet er ${direction === "low" ? "højst" : "mindst"} ${percent(target.percent)}: ${standing(row, target.percent, direction)}`;
}

function standing({percent: share, low, high}: Share, target: number, direction: Goal["direction"]): string {
  const met = direction === "low" ? share! <= target : share! >= target;
  if (low === null || high === null) return met ? "det er nået." : "det er ikke nået.";
  if (low <= target && target <= high)
    return `${met ? "andelen når det" : "andelen når det ikke"}, men intervallet rummer målet, så forskellen kan være tilfældig.`;
  return met
    ? "det er nået, og hele intervallet ligger på den gode side."
    : "det er ikke nået, og hele intervallet ligger på den forkerte side.";
}

import {element} from "../dom/dom.js";
import type {IndicatorFacts} from "./indicatorDefinition.js";
import {rangeOf} from "../rows/range.js";
import {withRange} from "../sentences/withInterval.js";
import {better} from "../words/better.js";

interface Share {
  indicator_id: string;
  percent: number | null;
  low: number | null;
  high: number | null;
}

/** Every indicator with the country's share, as the way to its page. */
export function indicatorList(indicators: readonly IndicatorFacts[], shares: readonly Share[]): HTMLElement {
  const items = indicators.map(({id, title, direction, status}) => {
    const share = shares.find((row) => row.indicator_id === id);
    const value =
      share && (share.percent !== null || rangeOf(share, "percent")) ? withRange(share) : "ingen tal i perioden";
    const proposal = status === "assumed" ? "; definitionen er et forslag" : "";
    return element("li", {}, element("a", {href: `./${id}`}, title), `: ${value}; ${better[direction]}${proposal}.`);
  });
  return element("ul", {}, ...items);
}

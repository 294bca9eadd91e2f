import {deviations, type Deviation} from "../rows/deviation.js";
import type {ColorClasses} from "./colorClasses.js";

/** What a reader may take from each. */
const meanings: Record<Deviation, string> = {
  farBelow: `${deviations.farBelow}: klart under landet`,
  below: `${deviations.below}: muligvis under landet`,
  within: "inden for grænserne: kan være tilfældigt",
  above: `${deviations.above}: muligvis over landet`,
  farAbove: `${deviations.farAbove}: klart over landet`
};

const order = Object.keys(deviations) as Deviation[];

/**
 * Classes of how far an area lies from the country with chance taken into account; the colours are in the style sheet.
 */
export const deviationClasses: ColorClasses = {
  classes: order.map((deviation, i) => ({label: meanings[deviation], color: `var(--deviation-${i + 1})`})),
  classOf: ({deviation}) => (deviation ? order.indexOf(deviation) : undefined)
};

import {parameters, type Choice, type Chosen, type ParameterName} from "../parameters.js";
import {chooser, type Input} from "./choices.js";
import {site} from "./site.js";

/** How a page offers a choice. */
export interface ChooseOptions {
  /** What is chosen of those the choice depends on. */
  chosen?: Chosen;
  /** Leaves out choices that make no sense on the page. */
  only?: (choice: Choice) => boolean;
  /** The default; the first choice unless told otherwise. */
  value?: string;
}

/**
 * One of the site's choices as an input, kept in the page's address. A choice with a single value takes no room.
 * `const profession = view(choose("profession"))` makes `${profession}` mean the chosen one in the page's SQL cells.
 */
export function choose(name: ParameterName, {chosen = {}, only = () => true, value}: ChooseOptions = {}): Input<string> {
  const {label, address, choices} = parameters[name];
  const options = choices(site, chosen).filter(only);
  const input = chooser(address, {label, options, ...(options.some((o) => o.value === value) && {value})});
  input.hidden = options.length < 2;
  return input;
}

import {parameters, type AuditParameterName, type Choice, type Chosen, type Parameter} from "../../parameters.js";
import {chooser, type Input} from "./choices.js";
import {site} from "../data/site.js";

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
export function choose(name: AuditParameterName, options: ChooseOptions = {}): Input<string> {
  return offer(parameters[name], site, options);
}

/** A choice made from some words, as an input. */
export function offer<Words>(
  {label, address, choices}: Parameter<Words>,
  words: Words,
  {chosen = {}, only = () => true, value}: ChooseOptions
): Input<string> {
  const options = choices(words, chosen).filter(only);
  const input = chooser(address, {label, options, ...(options.some((o) => o.value === value) && {value})});
  input.hidden = options.length < 2;
  return input;
}

import {parameters, type AuditParameterName, type Choice, type Chosen, type Parameter} from "../../parameters.js";
import {chooser, type Input} from "./choices.js";
import {site} from "../data/site.js";

/** How a page offers a choice. */
export interface ChooseOptions {
  /** What is chosen of those the choice depends on. */
  chosen?: Chosen;
  /** Leaves out choices that make no sense on the page. */
  only?: (choice: Choice) => boolean;
  /** The default; the first choice where it is not given. */
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

/**
 * What is chosen beside the usual, as the end of a figure's title, so that a picture that is saved says what it is of:
 * ` (svært påvirkede, første konsultation)`. Of several rounds the title always says which.
 */
export function chosenText(chosen: Partial<Record<AuditParameterName, string>>): string {
  const words = Object.entries(chosen).flatMap(([name, value]) => {
    const choices = parameters[name as AuditParameterName].choices(site, chosen);
    const usual = name === "round" ? choices.length < 2 : value === choices[0]?.value;
    const choice = choices.find((c) => c.value === value);
    return usual || !choice ? [] : [inText(choice.label)];
  });
  return words.length > 0 ? ` (${words.join(", ")})` : "";
}

function inText(label: string): string {
  return label.startsWith("Region ") ? label : label.toLocaleLowerCase("da");
}

import type {Input} from "./choices.js";

/**
 * Inputs of which no more than one narrows at a time: choosing in one sets the others back to `rest`, the value that
 * means every one, in the page's address too. Where an address chooses in several, the first stands.
 */
export function onlyOne<Inputs extends Record<string, Input<string>>>(inputs: Inputs, rest = "all"): Inputs {
  const all = Object.values(inputs);
  const narrowed = (input: Input<string>) => input.value !== rest;
  const setBack = (others: Input<string>[]) => {
    for (const other of others.filter(narrowed)) {
      other.value = rest;
      // Heard by the input alone, which writes it in the address: the page hears of both by the event that caused it.
      other.dispatchEvent(new Event("input"));
    }
  };
  setBack(all.filter(narrowed).slice(1));
  for (const input of all)
    input.addEventListener("input", () => narrowed(input) && setBack(all.filter((other) => other !== input)));
  return inputs;
}

import type {Input} from "./choices.js";

/** An input that takes no room while another has another value than this one: it would change nothing then. */
export function onlyWhile<Value>(other: Input<Value>, value: Value, input: Input<string>): Input<string> {
  const update = () => {
    input.hidden = other.value !== value;
  };
  other.addEventListener("input", update);
  update();
  return input;
}

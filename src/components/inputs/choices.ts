import * as Inputs from "@observablehq/inputs";
import {element} from "../dom/dom.js";

/** An input as Framework's `view()` wants it: an element with a value that sends `input` when it changes. */
export type Input<Value> = HTMLElement & {value: Value};

/** One thing that can be chosen: what stands in the address and in SQL, and its Danish name. */
export interface Option {
  value: string;
  label: string;
}

/** What a {@link chooser} offers. */
export interface ChooserOptions {
  label: string;
  options: readonly Option[];
  /** The default: not written in the address. By default the first option. */
  value?: string;
  /** A list to fold out, or buttons side by side. By default up to three options are buttons. */
  kind?: "select" | "radio";
}

/**
 * A choice that stands in the page's address as `?name=value`, so that a link shows the same view again.
 * A value in the address that cannot be chosen gives way to the default and is taken out of the address.
 */
export function chooser(name: string, {label, options, value, kind}: ChooserOptions): Input<string> {
  const fallback = value ?? options[0]?.value ?? "";
  const allowed = options.map((option) => option.value);
  const chosen = readChoice(document.location.search, name, allowed, fallback);
  const make = (kind ?? (options.length <= 3 ? "radio" : "select")) === "radio" ? Inputs.radio : Inputs.select;
  const input = make(options, {
    label,
    format: (option: Option) => option.label,
    valueof: (option: Option) => option.value,
    value: chosen
  }) as Input<string>;
  nameGroup(input, label);
  writeAddress(name, chosen, fallback);
  input.addEventListener("input", () => writeAddress(name, input.value, fallback));
  return input;
}

/**
 * Several inputs in one bar; its value is an object with theirs: `const {fag, besoeg} =
 * view(choiceBar({fag: chooser(…), …}))`.
 */
export function choiceBar<Values extends Record<string, unknown>>(
  inputs: {[Name in keyof Values]: Input<Values[Name]>}
): Input<Values> {
  const bar = element(
    "div",
    {class: "choices", role: "group", "aria-label": "Valg"},
    ...Object.values<HTMLElement>(inputs)
  );
  const read = () =>
    Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, (input as Input<unknown>).value]));
  return Object.defineProperty(bar, "value", {get: read}) as unknown as Input<Values>;
}

/** Radio buttons come with a label that names nothing: it is made the name of the group. */
function nameGroup(input: HTMLElement, label: string): void {
  const loose = Array.from(input.children).find((child) => child.localName === "label" && !child.hasAttribute("for"));
  if (!loose) return;
  loose.replaceWith(element("span", {class: "choice-label"}, label));
  input.querySelector("div")?.setAttribute("role", "radiogroup");
  input.querySelector("div")?.setAttribute("aria-label", label);
}

function writeAddress(name: string, value: string, fallback: string): void {
  const address = withChoice(document.location.href, name, value, fallback);
  // The state belongs to others; only the address is ours.
  if (address !== document.location.href) window.history.replaceState(window.history.state, "", address);
}

/**
 * The value that the address `search` gives to a choice, when it is one of those that can be chosen; else `fallback`.
 */
export function readChoice(search: string, name: string, allowed: readonly string[], fallback: string): string {
  const value = new URLSearchParams(search).get(name);
  return value !== null && allowed.includes(value) ? value : fallback;
}

/** The address with one choice changed and everything else kept. A choice at its default is left out. */
export function withChoice(address: string, name: string, value: string, fallback: string): string {
  const url = new URL(address);
  if (value === fallback) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
}

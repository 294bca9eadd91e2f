type Options = Record<string, unknown>;

/** An input of the library of inputs that has options alone. */
export type OfOptions = (options?: Options) => HTMLElement;

/** One that has options after its data. */
export type OfData = (data: unknown, options?: Options) => HTMLElement;

/**
 * An input with a Danish name for whoever hears the page: its label, its placeholder, or else `fallback`. The library
 * names only the number beside a slider, no group of boxes, and nothing that has no label; and its button is in English.
 */
export function namedInput(make: OfOptions, fallback: string): OfOptions {
  return (options) => nameControls(make(options?.submit === true ? {...options, submit: "Brug"} : options), fallback);
}

/** The same of an input that has data. `danish` stands in for options that are in English. */
export function namedChoice(make: OfData, fallback: string, danish: Options = {}): OfData {
  return (data, options) => nameControls(make(data, {...danish, ...options}), fallback);
}

function nameControls(form: HTMLElement, fallback: string): HTMLElement {
  const label = Array.from(form.children).find((child) => child.localName === "label" && !child.querySelector("input"));
  const boxes = form.querySelector("div > label > input")?.closest("div");
  const name = label?.textContent?.trim();
  if (boxes) {
    boxes.setAttribute("role", boxes.querySelector("[type=radio]") ? "radiogroup" : "group");
    boxes.setAttribute("aria-label", name || fallback);
  }
  for (const control of form.querySelectorAll<HTMLInputElement>("input, select, textarea"))
    if (!control.labels?.length) control.setAttribute("aria-label", name || control.placeholder || fallback);
  return form;
}

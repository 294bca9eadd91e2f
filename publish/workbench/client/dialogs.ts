import {element} from "../../../src/components/dom/dom.js";

/** A field of a question. */
export interface Field {
  name: string;
  label: string;
  value?: string;
  note?: string;
  options?: string[];
}

/**
 * Asks for some words, and for them again as long as what is done with them is refused.
 * @param act what is done; its sentence is shown when it is done
 */
export function question(
  title: string,
  text: string,
  fields: Field[],
  button: string,
  act: (values: Record<string, string>) => Promise<HTMLElement | string>
): void {
  const inputs = fields.map(({name, label, value = "", note, options}) => {
    const input = options
      ? element(
          "select",
          {name},
          ...options.map((option) => element("option", {value: option, selected: option === value}, option))
        )
      : element("input", {name, value, autocomplete: "off", spellcheck: "false"});
    return {
      input,
      name,
      dom: element("label", {}, element("span", {}, label), input, note ? element("small", {}, note) : null)
    };
  });
  const said = element("p", {class: "said", role: "status"});
  const done = element("button", {type: "submit", class: "primary"}, button);
  const cancel = element("button", {type: "button"}, "Luk");
  const form = element(
    "form",
    {method: "dialog"},
    element("h2", {}, title),
    element("p", {}, text),
    ...inputs.map(({dom}) => dom),
    said,
    element("div", {class: "buttons"}, cancel, done)
  );
  const dialog = element("dialog", {}, form);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    done.disabled = true;
    try {
      const given = Object.fromEntries(inputs.map(({input, name}) => [name, input.value]));
      said.className = "said done";
      said.replaceChildren(await act(given));
      done.remove();
    } catch (error) {
      said.className = "said fault";
      said.textContent = (error as Error).message;
      done.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}

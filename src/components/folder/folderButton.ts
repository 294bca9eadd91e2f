import {element} from "../dom/dom.js";
import type {FigureOptions} from "../picture/figureOptions.js";

/**
 * The button that puts figures in the meeting folder; what it did is said in `status`.
 * @param figures asked for when the button is pressed
 */
export function folderButton(label: string, status: HTMLElement, figures: () => FigureOptions[]): HTMLButtonElement {
  const button = element("button", {type: "button", "data-folder": true}, label);
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      const {addToFolder} = await import("./addToFolder.js");
      const said = figures().map((options) => addToFolder(options));
      status.replaceChildren(...(said.at(-1) ?? []));
    } catch (error) {
      status.textContent = "Figuren kunne ikke lægges i mødemappen.";
      console.error(error);
    }
  });
  return button;
}

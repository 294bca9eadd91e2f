import {dataTable} from "../tables/dataTable.js";
import {element} from "../dom/dom.js";
import {download} from "../dom/download.js";
import {folderButton} from "../folder/folderButton.js";
import {figureCsv, figureFileName} from "./figureFile.js";
import type {FigureOptions} from "../picture/figureOptions.js";

/** Which panels stand open, so that a new choice, which draws the figure anew, does not close them. */
const open = new Set<string>();

/** The row of buttons under a figure and the panels they open. Pictures are offered only where a chart is drawn. */
export function figureButtons(options: FigureOptions, drawn: boolean): HTMLElement | null {
  const {id, title, rows, columns, actions = []} = options;
  const status = element("span", {class: "figure-status", role: "status"});

  const file = (label: string, make: () => Promise<Blob> | Blob) => {
    const button = element("button", {type: "button"}, label);
    button.addEventListener("click", async () => {
      status.textContent = "";
      try {
        download(await make(), figureFileName(options, label.toLowerCase()));
      } catch (error) {
        status.textContent = `${label}-filen kunne ikke dannes.`;
        console.error(error);
      }
    });
    return button;
  };

  const table = panel(`${id}-tabel`, "Tabel", () =>
    dataTable({caption: options.sentence, label: title, rows, columns})
  );
  const folder = folderButton("Tilføj til mødemappe", status, () => [drawn ? options : {...options, chart: undefined}]);
  const buttons = [
    ...actions,
    ...(rows.length && (options.chart || !options.body) ? [table.button] : []),
    ...(rows.length ? [file("CSV", () => figureCsv(options))] : []),
    ...(drawn && options.chart
      ? [file("SVG", () => picture("pictureFile", options)), file("PNG", () => picture("pngFile", options))]
      : []),
    ...(rows.length ? [folder] : [])
  ];
  if (buttons.length === 0) return null;
  return element(
    "div",
    {class: "figure-tools"},
    element("div", {class: "figure-buttons", role: "group", "aria-label": `Vis og hent: ${title}`}, ...buttons, status),
    table.panel
  );
}

// Few readers take a picture with them, so what draws one is fetched when somebody does.
async function picture(kind: "pictureFile" | "pngFile", options: FigureOptions): Promise<Blob> {
  const pictures = await import("../picture/picture.js");
  return pictures[kind](pictures.drawPicture(options));
}

/** A button and what it opens; the content is made when it is first opened. */
function panel(id: string, label: string, content: () => HTMLElement): {button: HTMLElement; panel: HTMLElement} {
  const button = element("button", {type: "button", "aria-controls": id}, label);
  const box = element("div", {id, class: "figure-panel"});
  const show = (visible: boolean) => {
    button.setAttribute("aria-expanded", String(visible));
    box.hidden = !visible;
    if (visible && !box.firstChild) box.append(content());
  };
  button.addEventListener("click", () => {
    if (box.hidden) open.add(id);
    else open.delete(id);
    show(box.hidden !== false);
  });
  show(open.has(id));
  return {button, panel: box};
}

import {element, svgElement} from "../dom/dom.js";
import {type FigureOptions, rangeNote, sourceLine, wholeTitle} from "./figureOptions.js";
import {flatten} from "./pictureChart.js";
import {type TextStyle, measureText, wrapText} from "./pictureText.js";

/** Every picture has the same width, whatever screen it was downloaded from. */
const width = 800;
const margin = 20;
const ink = "#1b1e23";
const quiet = "#4b4f57";
const family = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const styles = {
  title: {size: 18, weight: 700, fill: ink},
  sentence: {size: 14, weight: 400, fill: ink},
  source: {size: 12, weight: 400, fill: quiet}
} satisfies Record<string, TextStyle>;

type PictureOptions = Pick<
  FigureOptions,
  "title" | "about" | "sentence" | "chart" | "rows" | "n" | "source" | "seal" | "synthetic"
>;

/**
 * The figure as one SVG that stands alone: dark on white, styles written into it, with title, sentence, N, source and
 * seal as text. The chart is drawn anew by `chart`, so that a mark for the reader's own participant, which belongs to
 * the page only, cannot come along.
 */
export function drawPicture(options: PictureOptions): SVGSVGElement {
  const inner = width - 2 * margin;
  const host = element("div", {class: "picture-host", "aria-hidden": "true"});
  host.style.width = `${inner}px`;
  // Styles are computed only for what is in the page; the host lies outside the window and stays for a moment.
  document.body.append(host);
  try {
    if (options.chart) host.append(options.chart(inner));
    return compose(options, flatten(host, inner));
  } finally {
    host.remove();
  }
}

function compose(options: PictureOptions, chart: {nodes: SVGElement[]; width: number; height: number}): SVGSVGElement {
  const {sentence, synthetic} = options;
  const title = wholeTitle(options);
  const total = Math.max(width, Math.ceil(chart.width) + 2 * margin);
  const picture = svgElement("svg", {role: "img", "font-family": family}) as SVGSVGElement;
  let y = margin;
  const write = (text: string, style: TextStyle) => {
    for (const line of wrapText(text, total - 2 * margin, (part) => measureText(part, style, family))) {
      y += style.size * 1.35;
      const {size, weight, fill} = style;
      picture.append(
        svgElement(
          "text",
          {x: margin, y: Math.round(y - size * 0.35), "font-size": size, "font-weight": weight, fill},
          line
        )
      );
    }
  };
  picture.append(svgElement("title", {}, title), svgElement("desc", {}, sentence));
  const background = svgElement("rect", {fill: "#ffffff"});
  picture.append(background);
  write(title, styles.title);
  y += 4;
  write(sentence, styles.sentence);
  y += 12;
  picture.append(svgElement("g", {transform: `translate(${margin},${Math.round(y)})`}, ...chart.nodes));
  y += chart.height + 12;
  write(sourceLine(options), styles.source);
  write(rangeNote(options) ?? "", styles.source);
  if (synthetic) write("Syntetiske data", {...styles.source, weight: 700});
  const height = Math.ceil(y + margin);
  for (const node of [picture, background]) {
    node.setAttribute("width", String(total));
    node.setAttribute("height", String(height));
  }
  picture.setAttribute("viewBox", `0 0 ${total} ${height}`);
  return picture;
}

// Characters that XML forbids; one of them in a label would make the whole file unreadable.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The picture as an SVG file. */
export function pictureFile(picture: SVGSVGElement): Blob {
  const text = new XMLSerializer().serializeToString(picture).replace(forbidden, "");
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], {type: "image/svg+xml;charset=utf-8"});
}

/** The picture as a PNG file with `scale` dots per CSS pixel. */
export async function pngFile(picture: SVGSVGElement, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(pictureFile(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = element("canvas");
    canvas.width = Number(picture.getAttribute("width")) * scale;
    canvas.height = Number(picture.getAttribute("height")) * scale;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The canvas gave no PNG"))), "image/png")
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

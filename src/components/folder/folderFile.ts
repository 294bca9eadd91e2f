import type {FolderItem} from "./folderItem.js";
import {meetingDay, meetingTitle, type Meeting} from "./meeting.js";

const style = `
  body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1b1e23; font: 16px/1.5 system-ui, sans-serif; }
  section { break-inside: avoid; margin: 0 0 2.5rem; }
  svg { display: block; max-width: 100%; height: auto; }
  table { border-collapse: collapse; font-size: 0.85rem; }
  th, td { padding: 0.2rem 0.6rem; border-bottom: 1px solid #bbbcbd; text-align: left; }
  .note { padding: 0.5rem 0.75rem; border-left: 4px solid #2868c0; white-space: pre-wrap; }
  .question { font-weight: 600; }
  .decision { min-height: 4.5rem; padding: 0.4rem 0.75rem; border: 1px solid #bbbcbd; white-space: pre-wrap; }
  .decision::before { content: "Beslutning: "; color: #4b4f57; }
  .source, footer { color: #4b4f57; font-size: 0.85rem; }
  @page { size: A4; margin: 15mm; }
  @media print { table { font-size: 8pt; hyphens: auto; } th, td { padding: 0.6mm 1.5mm; } section:has(details[open]) { break-inside: auto; } details:not([open]) { display: none; } }
`;

/** What the file says besides its figures. */
export interface FolderFileOptions {
  /** The address the figures' pages stand under. */
  site: string;
  /** When the folder was saved, in Danish. */
  day: string;
  meeting: Meeting;
}

/** The folder as one HTML file that opens without a server or a network: no script, and nothing it could fetch. */
export function folderFile(items: FolderItem[], {site, day, meeting}: FolderFileOptions): string {
  const page = document.implementation.createHTMLDocument(meetingTitle(meeting));
  page.documentElement.lang = "da";
  const head = [
    meta(page, {charset: "utf-8"}),
    meta(page, {
      "http-equiv": "Content-Security-Policy",
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    })
  ];
  page.head.prepend(...head, meta(page, {name: "viewport", content: "width=device-width, initial-scale=1"}));
  add(page.body, "h1", meetingTitle(meeting));
  for (const text of [meetingDay(meeting), meeting.purpose]) if (text) add(page.body, "p", text);
  const agenda = add(page.body, "ol", "");
  for (const {title} of items) add(agenda, "li", title);
  for (const [i, item] of items.entries()) page.body.append(section(page, item, i + 1, site));
  add(page.body, "footer", `Fra Rygatlas, gemt ${day}. Skjulte tal er skjult for at beskytte personer.`);
  // As text: a style element, even in a document of its own, is what this page's policy forbids.
  return `<!doctype html>\n${page.documentElement.outerHTML.replace("</head>", `<style>${style}</style></head>`)}\n`;
}

function section(page: Document, item: FolderItem, no: number, site: string): HTMLElement {
  const {sentence, question, note, decision, picture, table, address} = item;
  const node = page.createElement("section");
  add(node, "h2", heading(item, no));
  if (question) add(node, "p", `Til drøftelse: ${question}`).className = "question";
  if (note) add(node, "p", note).className = "note";
  if (picture) node.append(page.importNode(readPicture(picture), true));
  else add(node, "p", sentence);
  if (question || decision) add(node, "p", decision ?? "").className = "decision";
  const details = add(node, "details", "");
  if (!picture) details.setAttribute("open", "");
  add(details, "summary", "Tallene bag");
  const rows = add(details, "table", "");
  for (const [kind, cells] of [["th", table.headings], ...table.rows.map((row) => ["td", row])] as [
    "th" | "td",
    string[]
  ][]) {
    const line = add(rows, "tr", "");
    for (const cell of cells) add(line, kind, cell);
  }
  add(node, "p", [sourceOf(item), new URL(address, site).href].filter(Boolean).join(" · ")).className = "source";
  return node;
}

/** A picture says its title itself. */
export function heading({title, picture}: FolderItem, no: number): string {
  return picture ? `Figur ${no}` : `Figur ${no}: ${title}`;
}

/** A picture says its source itself. */
export function sourceOf({picture, source, synthetic}: FolderItem): string {
  return picture ? "" : [source, synthetic ? "Syntetiske data" : ""].filter(Boolean).join(" · ");
}

/**
 * A kept picture as a node of its own; what would run or fetch is dropped, as the browser's
 * store can be written by others.
 */
export function readPicture(text: string): SVGElement {
  // The page's policy stops a style attribute while it is read, and says so in the console.
  const unstyled = text.replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle="[^"]*"/g, ""));
  const picture = new DOMParser().parseFromString(unstyled, "image/svg+xml").documentElement as unknown as SVGElement;
  for (const node of [picture, ...Array.from(picture.querySelectorAll("*"))]) {
    if (["script", "foreignObject", "style", "a", "image", "use", "animate", "set"].includes(node.localName))
      node.remove();
    for (const {name} of Array.from(node.attributes))
      if (name.startsWith("on") || name.endsWith("href") || name === "style") node.removeAttribute(name);
  }
  return picture;
}

function add<K extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  name: K,
  text: string
): HTMLElementTagNameMap[K] {
  const node = parent.ownerDocument.createElement(name);
  node.textContent = text;
  parent.append(node);
  return node;
}

function meta(page: Document, attributes: Record<string, string>): HTMLElement {
  const node = page.createElement("meta");
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

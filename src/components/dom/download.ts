import {element} from "./dom.js";

/** Hands a file to the reader, as if a link to it had been followed. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = element("a", {href: address, download: name, hidden: true});
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * The name of a downloaded file: the figure's id, the choices that stand in the address, and whether the data are
 * synthetic. The reader's own participant is never in the address, so never in a name.
 */
export function fileName(id: string, extension: string, search: string, synthetic = false): string {
  const choices = Array.from(new URLSearchParams(search).values());
  const parts = [id, ...choices, ...(synthetic ? ["syntetisk"] : [])].map(slug).filter(Boolean);
  return `${parts.join("_").slice(0, 120)}.${extension}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

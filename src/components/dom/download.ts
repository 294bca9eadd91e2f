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
 * The name of a downloaded file: what it is of, the choices in the address that this does not say, and whether the data
 * are synthetic. The reader's own participant is never in the address, so never in a name.
 */
export function fileName(title: string, extension: string, search: string, synthetic = false): string {
  const said = slug(title);
  const choices = Array.from(new URLSearchParams(search).values(), slug).filter(
    (choice) => !`-${said}-`.includes(`-${choice}-`)
  );
  const name = [said, ...choices].filter(Boolean).join("_").slice(0, 120);
  return `${name}${synthetic ? "_syntetisk" : ""}.${extension}`;
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

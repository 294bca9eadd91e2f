/**
 * The pages, from 1, that a PDF's named places stand on: what its inner links lead to. Reads
 * PDFs as Chromium writes them, where only streams are compressed.
 * @throws Error where the PDF has no list of places or pages
 */
export function destinations(pdf: Buffer): Record<string, number> {
  // One character a byte, so that nothing in a stream is in the way.
  const text = pdf.toString("latin1");
  const object = (ref: string) => new RegExp(`(?:^|\\s)${ref} 0 obj\\s*(.*?)endobj`, "s").exec(text)?.[1] ?? "";
  const catalog = /\/Type \/Catalog(.*?)endobj/s.exec(text)?.[1] ?? "";
  const [places, root] = [/\/Dests (\d+) 0 R/, /\/Pages (\d+) 0 R/].map((pattern) => pattern.exec(catalog)?.[1]);
  if (!places || !root) throw new Error("The PDF has no named places: Chromium has changed how it writes them.");

  const pages = leaves(root, object);
  const found = object(places).matchAll(/\/([a-z0-9-]+) \[(\d+) 0 R/g);
  return Object.fromEntries(Array.from(found, ([, name, page]) => [name!, pages.indexOf(page!) + 1]));
}

/** How many pages a PDF has. */
export function pageCount(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type \/Page\s/g)?.length ?? 0;
}

/** The pages of a tree of pages, in order. */
function leaves(ref: string, object: (ref: string) => string): string[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(object(ref))?.[1];
  if (kids === undefined) return [ref];
  return Array.from(kids.matchAll(/(\d+) 0 R/g), ([, kid]) => kid!).flatMap((kid) => leaves(kid, object));
}

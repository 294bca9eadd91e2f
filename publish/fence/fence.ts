import {join} from "node:path";
import type {Session} from "../../data-loaders/engine/session.js";
import {readPages, type Page} from "../pages/cells.js";
import {unpublishedRead} from "../pages/namedCells.js";
import {describeFault, type Fault} from "./fault.js";
import {pageFaults} from "./pageFaults.js";
import {refusedQuery} from "../answers/query.js";
import {fileFaults, moduleFaults, sourceFiles, styleFaults} from "./sourceFiles.js";

/**
 * Whatever in a project's source folder could bring anything but published tables into the site, drafts left out.
 * Returns one sentence a fault.
 * @param session with the published tables and nothing else
 */
export async function fence(root: string, session: Session): Promise<string[]> {
  const faults = await fenceFiles(root);
  for (const page of readPages(join(root, "src"))) faults.push(...(await fencePage(page, session)));
  return faults.filter(({draft}) => !draft).map(describeFault);
}

/** The same of files, modules and styles alone. */
export async function fenceFiles(root: string): Promise<Fault[]> {
  const src = join(root, "src");
  const files = sourceFiles(src);
  return [...fileFaults(src, files), ...moduleFaults(src, files), ...(await styleFaults(src, files))];
}

/** The same of one page: what it fetches, and what its queries read. */
export async function fencePage(page: Pick<Page, "path" | "text">, session: Session): Promise<Fault[]> {
  const {faults, queries} = pageFaults(page);
  const refused: Fault[] = [];
  for (const {parts, ...place} of queries) {
    const why = await refusedQuery(session, parts.join("?"));
    if (!why) continue;
    const unpublished = place.draft ? unpublishedRead(parts.join("?")) : [];
    const message =
      unpublished.length > 0
        ? `Kladden læser ${unpublished.join(", ")} i data/workspace og kan ikke offentliggøres; gør tallet til en tabel først.`
        : why.message;
    refused.push({...place, line: place.line + why.line - 1, message});
  }
  return [...faults, ...refused].sort((a, b) => a.line - b.line);
}

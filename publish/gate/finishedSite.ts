import {lstatSync, readdirSync, readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import type {Document} from "domhandler";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {hasDrawing, removeDrawing} from "../framework/drawnCells.js";
import {readHtml} from "../html.js";
import {leadsOn} from "../web/folderAddresses.js";

/** A finished site, or a copy of one, as anybody can download it. */
export interface FinishedSite {
  dist: string;
  /** Every path below `dist` that is no folder, with `/`, in a fixed order. */
  files: string[];
  bytes(file: string): Buffer;
  text(file: string): string;
  /** A page as browsers read it. */
  page(file: string): Document;
  /** The same without what was drawn beforehand, which its own script draws again (`drawings.ts`). */
  undrawn(file: string): Document;
}

export function readFinishedSite(dist: string): FinishedSite {
  const read = new Map<string, Buffer>();
  const bytes = (file: string) => read.get(file) ?? read.set(file, readFileSync(join(dist, file))).get(file)!;
  const files = readdirSync(dist, {recursive: true, encoding: "utf8"})
    .filter((path) => !lstatSync(join(dist, path)).isDirectory())
    .map((path) => relative(dist, join(dist, path)).split(sep).join("/"))
    .sort();
  const text = (file: string) => bytes(file).toString("utf8");
  const parsed = new Map<string, Document>();
  const page = (file: string) => parsed.get(file) ?? parsed.set(file, readHtml(text(file))).get(file)!;
  const undrawn = (file: string) => {
    if (!hasDrawing(page(file))) return page(file);
    const document = readHtml(text(file));
    removeDrawing(document);
    return document;
  };
  return {dist, files, bytes, text, page, undrawn};
}

/** The pages of a site, without those that say nothing and lead on to another. */
export function pagesOf({files, text}: FinishedSite): string[] {
  return files.filter((file) => file.endsWith(".html") && !leadsOn(file, text(file), files));
}

/**
 * What a JSON text in a site says.
 * @throws Refusal when it is none
 */
export function parseJson<T>(text: string, where: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Refusal(`${where} kan ikke læses som JSON; kør npm run build igen.`);
  }
}

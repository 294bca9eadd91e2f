import type {FolderItem} from "./folderItem.js";

/** Where the browser keeps the folder. Nothing of it leaves the browser unless its reader shares it. */
export const folderKey = "rygatlas.folder";

/** The figures in the folder, in the reader's order; what cannot be read counts as an empty folder. */
export function readFolder(): FolderItem[] {
  try {
    const items: unknown = JSON.parse(localStorage.getItem(folderKey) ?? "[]");
    return Array.isArray(items) ? (items as FolderItem[]) : [];
  } catch {
    return [];
  }
}

/** @throws Error where the browser has no room for more, or keeps nothing */
export function writeFolder(items: FolderItem[]): void {
  localStorage.setItem(folderKey, JSON.stringify(items));
}

/** Puts a figure last. One that is there already is renewed where it stands, and keeps its note and decision. */
export function withItem(items: FolderItem[], item: FolderItem): FolderItem[] {
  const at = items.findIndex((one) => isSame(one, item));
  return at === -1 ? [...items, item] : items.with(at, {...item, note: items[at]!.note, decision: items[at]!.decision});
}

/** The folder with a figure one place up (-1) or down (1). */
export function moved(items: FolderItem[], at: number, by: -1 | 1): FolderItem[] {
  const to = at + by;
  if (to < 0 || to >= items.length) return items;
  return items.with(at, items[to]!).with(to, items[at]!);
}

/** Whether two are the same figure of the same view. */
export function isSame(a: Pick<FolderItem, "address" | "figure">, b: Pick<FolderItem, "address" | "figure">): boolean {
  return a.address === b.address && a.figure === b.figure;
}

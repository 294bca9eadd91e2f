import type {FolderItem} from "./folderItem.js";
import type {Meeting} from "./meeting.js";

/**
 * What a shared link holds of each figure: where it stands, and its note. The numbers are read from the site itself.
 */
export type SharedItem = Pick<FolderItem, "address" | "figure" | "note">;

/** The end of an address that shares a folder and its meeting: after `#`, which browsers send to no server. */
export function folderHash(items: SharedItem[], {title, day, purpose}: Meeting): string {
  const shared = items.map(({address, figure, note}) => [address, figure, note]);
  const meeting = [title, day, purpose].some(Boolean) ? `&moede=${packed([title, day, purpose])}` : "";
  return `#mappe=${packed(shared)}${meeting}`;
}

function packed(value: unknown): string {
  return encodeURIComponent(JSON.stringify(value));
}

/** The meeting that a link shares; undefined where it shares none. */
export function readMeetingHash(hash: string): Meeting | undefined {
  const text = /&moede=([^&]+)$/.exec(hash)?.[1];
  try {
    const [title, day, purpose] = JSON.parse(decodeURIComponent(text ?? "[]")) as unknown[];
    return [title, day, purpose].every((part) => typeof part === "string")
      ? ({title, day, purpose} as Meeting)
      : undefined;
  } catch {
    return undefined;
  }
}

/** What a link shares. Addresses that lead out of the site, and anything else that is no folder, are left out. */
export function readFolderHash(hash: string, root: URL): SharedItem[] {
  const text = /^#mappe=([^&]+)/.exec(hash)?.[1];
  if (!text) return [];
  try {
    const shared: unknown = JSON.parse(decodeURIComponent(text));
    return Array.isArray(shared) ? shared.flatMap((one) => sharedItem(one, root)) : [];
  } catch {
    return [];
  }
}

function sharedItem(shared: unknown, root: URL): SharedItem[] {
  if (!Array.isArray(shared) || shared.length !== 3 || !shared.every((part) => typeof part === "string")) return [];
  const [address, figure, note] = shared as [string, string, string];
  const {href, pathname, search} = new URL(address, root);
  return href.startsWith(root.href) ? [{address: pathname + search, figure, note}] : [];
}

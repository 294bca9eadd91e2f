const key = "rygatlas.own-participant";

/** What a reader has entered of themselves in this tab, field by field. */
export function recallOwn(): Record<string, string> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    const entries = stored && typeof stored === "object" ? Object.entries(stored) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    // A browser that refuses storage, or a value someone else wrote: the reader types again.
    return {};
  }
}

/** Keeps it until the tab is closed; null forgets it. */
export function rememberOwn(own: object | null): void {
  try {
    if (own) sessionStorage.setItem(key, JSON.stringify(own));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage the input works until the page is left.
  }
}

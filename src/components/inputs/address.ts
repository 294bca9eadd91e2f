/**
 * The value that the address `search` gives to a choice, when it is one of those that can be chosen; else `fallback`.
 */
export function readChoice(search: string, name: string, allowed: readonly string[], fallback: string): string {
  const value = new URLSearchParams(search).get(name);
  return value !== null && allowed.includes(value) ? value : fallback;
}

/** The address with one choice changed and everything else kept. A choice at its default is left out. */
export function withChoice(address: string, name: string, value: string, fallback: string): string {
  const url = new URL(address);
  if (value === fallback) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
}

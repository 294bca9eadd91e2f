/**
 * What a query is called among precomputed answers: the same text has the same name on the
 * page that asks and in the step that answered beforehand. FNV-1a, 64 bits as two halves.
 * @param parts the query's text between its interpolated values
 */
export function answerKey(parts: readonly string[]): string {
  const text = parts.join("?").trim();
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x01234567);
}

/** What the values a query was asked with are called. */
export function valuesKey(values: readonly unknown[]): string {
  return JSON.stringify(values);
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

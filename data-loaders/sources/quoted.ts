/** A value from a delivery as it may stand in a message: no control characters, no more than 60 letters. */
export function quoted(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "·");
  return `»${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}«`;
}

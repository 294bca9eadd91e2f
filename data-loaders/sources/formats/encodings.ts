import iconv from "iconv-lite";

/** Reads the text of fixed fields: spaces and zero bytes at the end are nothing. */
export type Decoder = (bytes: Buffer, from: number, to: number) => string;

/** A decoder of an encoding by iconv's name; undefined where it has none. */
export function decoderOf(encoding: string): Decoder | undefined {
  if (!iconv.encodingExists(encoding)) return undefined;
  return (bytes, from, to) => {
    let end = to;
    while (end > from && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
    // Nearly all text of registers is ASCII, which every encoding here writes alike.
    for (let at = from; at < end; at++) if (bytes[at]! > 127) return iconv.decode(bytes.subarray(from, end), encoding);
    return bytes.toString("latin1", from, end);
  };
}

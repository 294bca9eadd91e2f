import {createHash} from "node:crypto";
import {createReadStream, existsSync, readdirSync, readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {parquetMetadata} from "hyparquet";

/**
 * What a table was computed from, as a fingerprint. Tables with the seal of today's extracts, code and settings need no
 * new computation, and a build whose tables carry another seal must not be published.
 */
export interface Seal {
  /** SHA-256 over the extracts, the code and the settings. */
  hash: string;
  /** The date of the newest extract, `yyyy-mm-dd`; null for the synthetic twin, which has none. */
  date: string | null;
}

/**
 * Hash of files by their path below `root` and their content. Read as a stream: an extract may be larger than memory.
 */
export async function hashFiles(root: string, files: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    hash.update(relative(root, file).split(sep).join("/")).update("\0");
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}

/** Hash of sources by their path below `root` and their content. */
export function hashSources(root: string, files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files.toSorted())
    hash.update(relative(root, file).split(sep).join("/")).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/** Every file in a folder and its folders. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Hash of several hashes and words. */
export function hashOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex");
}

/** The seal a Parquet table carries under a name; undefined where there is no such table. */
export function tableSeal(file: string, key = "rygatlas_seal"): string | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const {key_value_metadata} = parquetMetadata(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  );
  return key_value_metadata?.find((pair) => pair.key === key)?.value;
}

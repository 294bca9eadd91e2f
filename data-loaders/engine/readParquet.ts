import {createHash} from "node:crypto";
import {parquetMetadata, parquetReadObjects, type FileMetaData} from "hyparquet";
import type {Row} from "./session.js";

/** A Parquet file's hash (SHA-256), metadata and rows. */
export async function readParquet(bytes: Buffer): Promise<{hash: string; metadata: FileMetaData; rows: Row[]}> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  return {
    hash: createHash("sha256").update(bytes).digest("hex"),
    metadata,
    rows: (await parquetReadObjects({file, metadata})) as Row[]
  };
}

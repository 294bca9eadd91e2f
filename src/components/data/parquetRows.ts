import {parquetReadObjects} from "hyparquet";
import type {Row} from "../rows/column.js";

/** The rows of a published Parquet table as plain objects: enough for a file to download, without Arrow or DuckDB. */
export function parquetRows(file: ArrayBuffer): Promise<Row[]> {
  return parquetReadObjects({file});
}

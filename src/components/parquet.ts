import {Bool, DateDay, Float64, Int32, Table, Utf8, vectorFromArray, type DataType} from "apache-arrow";
import {parquetMetadata, parquetReadObjects, type SchemaElement} from "hyparquet";

/**
 * Decodes a published Parquet table, which DuckDB-wasm cannot read by itself.
 * Columns are INTEGER, DOUBLE, VARCHAR, BOOLEAN or DATE.
 */
export async function arrowTable(file: ArrayBuffer): Promise<Table> {
  const metadata = parquetMetadata(file);
  const rows = await parquetReadObjects({file, metadata});
  const columns = metadata.schema.slice(1);
  return new Table(
    Object.fromEntries(columns.map((column) => [column.name, vectorFromArray(rows.map((row) => row[column.name] ?? null), arrowType(column))]))
  );
}

function arrowType(column: SchemaElement): DataType {
  if (column.converted_type === "DATE") return new DateDay();
  switch (column.type) {
    case "BOOLEAN":
      return new Bool();
    case "INT32":
      return new Int32();
    case "DOUBLE":
      return new Float64();
    default:
      return new Utf8();
  }
}

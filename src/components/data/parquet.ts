import {Bool, DateDay, Float64, Int32, makeBuilder, Table, Utf8, type DataType, type Vector} from "apache-arrow";
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
    Object.fromEntries(
      columns.map((column) => [
        column.name,
        vectorOf(
          rows.map((row) => row[column.name]),
          arrowType(column)
        )
      ])
    )
  );
}

/**
 * Arrow's own way to recognise a missing value compiles a function from text, which the pages' security policy stops.
 */
function vectorOf(values: unknown[], type: DataType): Vector {
  const builder = makeBuilder({type});
  for (const value of values) {
    if (value === null || value === undefined) builder.setValid(builder.length, false);
    else builder.append(value);
  }
  return builder.finish().toVector();
}

const arrowTypes: Record<string, new () => DataType> = {DATE: DateDay, BOOLEAN: Bool, INT32: Int32, DOUBLE: Float64};

function arrowType({converted_type, type}: SchemaElement): DataType {
  return new (arrowTypes[converted_type ?? ""] ?? arrowTypes[type ?? ""] ?? Utf8)();
}

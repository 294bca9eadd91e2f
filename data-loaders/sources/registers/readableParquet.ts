import {createReadStream, createWriteStream, symlinkSync} from "node:fs";
import {basename, resolve} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {name, text, type Session} from "../../engine/session.js";
import {quoted, Refusal} from "../../ground/refusal.js";

/**
 * Makes a Parquet file ready to be read: SQL for its rows with the names in lower case and
 * `file_row_number`, and each column's type.
 * @param copy where to unpack a gzipped one, to stay there as long as its rows are asked for
 * @throws Refusal when it is no Parquet file, is cut short or has two columns of one name
 */
export async function readableParquet(
  session: Session,
  delivered: string,
  copy: string
): Promise<{source: string; names: string[]; types: string[]}> {
  const file = basename(delivered);
  const path = await plainPath(delivered, copy);
  // A folder named year=2023 holds nothing that the rows should carry.
  const rows = `read_parquet(${text(path)}, hive_partitioning = false)`;
  let columns: {column_name: string; column_type: string}[];
  try {
    columns = await session.rows(`DESCRIBE FROM ${rows}`);
  } catch (error) {
    throw new Refusal(
      `${file} kan ikke læses som Parquet (${String((error as Error).message)
        .split("\n")[0]!
        .replaceAll(path, file)}); hent filen igen.`
    );
  }
  const names = columns.map((column) => column.column_name.trim().toLowerCase());
  const repeated = names.find((column, i) => names.indexOf(column) < i);
  if (repeated !== undefined)
    throw new Refusal(
      `${file}: kolonnen ${quoted(repeated)} står der to gange, men skulle stå én gang; fjern den ene.`
    );
  const empty = await emptyColumns(session, path);
  const types = columns.map((column) => (empty.has(column.column_name) ? "VARCHAR" : column.column_type));
  const renamed = columns.map(({column_name}, i) =>
    empty.has(column_name)
      ? `CAST(NULL AS VARCHAR) AS ${name(names[i]!)}`
      : `${name(column_name)} AS ${name(names[i]!)}`
  );
  const numbered = `read_parquet(${text(path)}, hive_partitioning = false, file_row_number = true)`;
  return {
    source: `(SELECT file_row_number, ${renamed.join(", ")} FROM ${numbered})`,
    names,
    types
  };
}

/** The columns with nothing in any row, as the file's own counts have it: R gives them any type. */
async function emptyColumns(session: Session, path: string): Promise<Set<string>> {
  const found = await session.rows<{column: string}>(`
    SELECT path_in_schema AS "column" FROM parquet_metadata(${text(path)})
    GROUP BY path_in_schema HAVING bool_and(coalesce(stats_null_count = num_values, FALSE))`);
  return new Set(found.map(({column}) => column));
}

async function plainPath(delivered: string, copy: string): Promise<string> {
  const path = `${copy}.parquet`;
  if (/\.gz$/i.test(delivered)) {
    try {
      await pipeline(createReadStream(delivered), createGunzip(), createWriteStream(path));
    } catch {
      throw new Refusal(`${basename(delivered)} er ikke en hel gzip-pakket fil; hent eller pak filen igen.`);
    }
    return path;
  }
  // A star or a bracket in a path is a pattern to DuckDB.
  if (!/[*?[\]]/.test(delivered)) return delivered;
  symlinkSync(resolve(delivered), path);
  return path;
}

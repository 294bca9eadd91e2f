import {createReadStream, createWriteStream, mkdirSync, renameSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";
import {text, type Session} from "../../engine/session.js";

/** One written file. */
export interface DeliveredFile {
  kind: string;
  file: string;
  rows: number;
}

/** Writes results of queries as files of a delivery. */
export interface Delivery {
  files: DeliveredFile[];
  /** Semicolon CSV in Latin-1, as Danish SAS installations export it. */
  csv(kind: string, name: string, query: string): Promise<void>;
  parquet(kind: string, name: string, query: string): Promise<void>;
}

/** A delivery into `<folder>/registers/<kind>/`. */
export function delivery(session: Session, folder: string): Delivery {
  const files: DeliveredFile[] = [];
  const copy = async (kind: string, name: string, query: string, options: string) => {
    const file = join(folder, "registers", kind, name);
    mkdirSync(dirname(file), {recursive: true});
    const [written] = await session.rows<{Count: number}>(`COPY (${query}) TO ${text(file)} (${options})`);
    files.push({kind, file, rows: Number(written!.Count)});
    return file;
  };
  return {
    files,
    async csv(kind, name, query) {
      const file = await copy(kind, `${name}.csv`, query, "FORMAT csv, HEADER, DELIMITER ';'");
      // DuckDB writes UTF-8 only.
      const unicode = `${file}.tmp`;
      renameSync(file, unicode);
      const reading = createReadStream(unicode, {encoding: "utf8", highWaterMark: 1 << 20});
      await pipeline(reading, createWriteStream(file, {encoding: "latin1"}));
      rmSync(unicode);
    },
    async parquet(kind, name, query) {
      await copy(kind, `${name}.parquet`, query, "FORMAT parquet, COMPRESSION zstd");
    }
  };
}

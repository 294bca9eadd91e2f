import {createReadStream, createWriteStream, mkdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {StringDecoder} from "node:string_decoder";
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
  const copy = async (query: string, file: string, options: string) => {
    mkdirSync(dirname(file), {recursive: true});
    const [written] = await session.rows<{Count: number}>(`COPY (${query}) TO ${text(file)} (${options})`);
    return Number(written!.Count);
  };
  return {
    files,
    async csv(kind, name, query) {
      const file = join(folder, "registers", kind, `${name}.csv`);
      // DuckDB writes UTF-8 only.
      const unicode = `${file}.tmp`;
      const rows = await copy(query, unicode, "FORMAT csv, HEADER, DELIMITER ';'");
      await pipeline(createReadStream(unicode, {highWaterMark: 1 << 20}), latin1(), createWriteStream(file));
      rmSync(unicode);
      files.push({kind, file, rows});
    },
    async parquet(kind, name, query) {
      const file = join(folder, "registers", kind, `${name}.parquet`);
      const rows = await copy(query, file, "FORMAT parquet, COMPRESSION zstd");
      files.push({kind, file, rows});
    }
  };
}

/** UTF-8 bytes to Latin-1 bytes. */
function latin1(): Transform {
  const decoder = new StringDecoder("utf8");
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, Buffer.from(decoder.write(chunk), "latin1"));
    }
  });
}

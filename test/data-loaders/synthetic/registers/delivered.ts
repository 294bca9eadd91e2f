import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {openSession, type Session} from "../../../../data-loaders/engine/session.js";
import {
  writeRegisterTwin,
  type RegisterTwinOptions,
  type RegisterTwinReport
} from "../../../../data-loaders/synthetic/registers/twin.js";

export const data = fileURLToPath(new URL("../../../../data/", import.meta.url));

export const defaults: Omit<RegisterTwinOptions, "temporary"> = {
  published: join(data, "published"),
  assumptions: join(data, "synthetic/registers.yaml"),
  codelists: join(data, "codelists"),
  seed: 20101,
  scale: 1,
  memoryLimit: "3GB",
  threads: 2
};

/** A delivery in a folder of its own. */
export async function deliver(
  options: Partial<RegisterTwinOptions> = {}
): Promise<{folder: string; report: RegisterTwinReport; remove(): void}> {
  const folder = mkdtempSync(join(tmpdir(), "register-twin-"));
  const report = await writeRegisterTwin(folder, {...defaults, temporary: join(folder, "duckdb"), ...options});
  return {folder: join(folder, "registers"), report, remove: () => rmSync(folder, {recursive: true, force: true})};
}

const kinds = [
  "lpr_contacts",
  "lpr_diagnoses",
  "lpr_organisations",
  "lpr_surgical_procedures",
  "lpr_other_procedures",
  "prescribers",
  "deaths",
  "migrations",
  "population"
];

/** Opens the files as they were written: one view per kind, everything text where it is CSV. */
export async function openDelivery(folder: string): Promise<Session> {
  const session = await openSession({
    memoryLimit: "3GB",
    threads: 2,
    temporary: join(folder, `../recount-${process.pid}`)
  });
  for (const kind of kinds) {
    await session.run(
      `CREATE TEMP TABLE raw_${kind} AS FROM read_csv('${folder}/${kind}/*.csv', delim = ';', header = true, all_varchar = true, encoding = 'latin-1')`
    );
  }
  for (const kind of ["bef", "lmdb", "sssy", "dream"]) {
    await session.run(`CREATE VIEW raw_${kind} AS FROM read_parquet('${folder}/${kind}/*.parquet')`);
  }
  return session;
}

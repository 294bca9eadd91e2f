import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {readCodebook} from "../ground/codebook.js";
import {openSession} from "../engine/session.js";
import {createAgeCounts} from "../models/ageCounts.js";
import {participantCounts} from "../models/participantCounts.js";
import type {Settings} from "../ground/settings.js";
import {readAudit} from "../sources/audit.js";
import {auditTwin} from "../synthetic/twin.js";
import {auditTables} from "../tables/index.js";
import {computedFrom, type AuditRows, type Computed} from "../printed/computed.js";

/** What the twin is when nobody has changed the settings; a test holds them against the settings' own defaults. */
export const defaultTwin = {codebook: "laenderyg", seed: 20101, scale: 1};

/**
 * Everything the report prints, computed from the default twin before protection, on the same way as
 * `load`: own extracts and an analyst's own seed, scale, code book or aliases change nothing here.
 */
export async function computeTwin(settings: Settings): Promise<AuditRows> {
  const fixed = defaultAudit(settings);
  return rowsFrom((await auditTwin(fixed)).files, fixed);
}

/** Computes from files of audit registrations. */
export async function computeFrom(files: string[], settings: Settings): Promise<Computed> {
  return computedFrom(await rowsFrom(files, settings));
}

async function rowsFrom(files: string[], settings: Settings): Promise<AuditRows> {
  const codebook = readCodebook(settings.codebook);
  const staging = mkdtempSync(join(tmpdir(), "rygatlas-reconcile-"));
  const session = await openSession({...settings, temporary: join(staging, "duckdb")});
  try {
    await readAudit(session, {
      files,
      codebook,
      aliases: settings.aliases,
      maxRejectedPercent: settings.maxRejectedPercent,
      newestWins: settings.newestWins,
      staging
    });
    await createAgeCounts(session);
    const models = {codebook, session, counts: await participantCounts(session, codebook)};
    const tables: AuditRows["tables"] = {};
    for (const table of auditTables) tables[table.name] = await table.rows(models);
    const ageRanges = await session.rows(
      "SELECT profession, min(age)::INTEGER AS youngest, max(age)::INTEGER AS oldest FROM age_counts GROUP BY profession"
    );
    return {codebook, tables, ageRanges};
  } finally {
    session.close();
    rmSync(staging, {recursive: true, force: true});
  }
}

/** The settings as delivered. */
export function defaultAudit(settings: Settings): Settings {
  const {codebook: name, ...synthetic} = defaultTwin;
  const codebook = join(settings.root, "data/codebooks", name);
  return {...settings, codebook, ...ofTwin(settings, synthetic, codebook), aliases: {}, maxRejectedPercent: 0};
}

/** Which twin, and in which folder: that of `load` is shared when it is the same one. */
export function ofTwin(
  settings: Settings,
  synthetic: Settings["synthetic"],
  codebook = settings.codebook
): Pick<Settings, "synthetic" | "workspace"> {
  const {seed, scale, secondRound} = settings.synthetic;
  const same = codebook === settings.codebook && seed === synthetic.seed && scale === synthetic.scale && !secondRound;
  return {synthetic, workspace: same ? settings.workspace : join(settings.workspace, "reconcile")};
}

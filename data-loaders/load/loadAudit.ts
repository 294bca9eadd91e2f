import {mkdirSync, renameSync, rmSync} from "node:fs";
import {basename, join} from "node:path";
import {readCodebook} from "../ground/codebook.js";
import type {Extracts} from "../sources/delivery.js";
import {frozenReleases} from "../disclosure/frozen.js";
import {decisionFolder} from "../disclosure/keptDecision.js";
import {auditSums} from "../tables/sums/audit.js";
import type {Seal} from "../engine/seal.js";
import {openSession, text, type Session} from "../engine/session.js";
import {createAgeCounts} from "../models/ageCounts.js";
import {participantCounts} from "../models/participantCounts.js";
import {participantHashes} from "../disclosure/participantCodes.js";
import type {Destination} from "./destination.js";
import type {Settings} from "../ground/settings.js";
import {siteFacts, type SiteFacts} from "../facts/siteFacts.js";
import {auditCoverage} from "../facts/auditCoverage.js";
import {readInvited} from "../sources/invited.js";
import {figuresOfAudit} from "../printed/known.js";
import {readAudit, type AuditCounts, type AuditDelivery} from "../sources/audit.js";
import {auditTables} from "../tables/index.js";
import {writeTables, type ReleasedTime} from "../disclosure/writeTables.js";

/** What reading the audit and computing its tables gave, for the report. */
export interface AuditReport {
  synthetic: boolean;
  seal: Seal;
  /** Rows per file; empty when every table already carried today's seal. */
  files: AuditCounts[];
  warnings: string[];
  rejects?: string;
  written: {table: string; rows: number}[];
  /** Rounds that stand as they were released. */
  released: ReleasedTime[];
  fresh: boolean;
}

/**
 * Reads the audit's extracts and writes its tables; in `aside`, `registrations` are the typed rows.
 * @throws Refusal when the extracts cannot be used
 */
export async function loadAudit(
  settings: Settings,
  {files, invited: invitedFile, synthetic}: Extracts,
  seal: Seal,
  {aside, published, write, step}: Destination
): Promise<{report: AuditReport; facts: SiteFacts}> {
  const codebook = readCodebook(settings.codebook);
  const session = await openSession({...settings, temporary: join(aside, "duckdb")});
  try {
    const about = {synthetic, codebook, tables: auditTables};
    const releases = published ? await frozenReleases(settings, "audit", about) : [];
    step("Læser og kontrollerer registreringer");
    const audit = await readAudit(session, {
      files,
      codebook,
      aliases: settings.aliases,
      values: settings.values,
      sheets: settings.sheets,
      maxRejectedPercent: settings.maxRejectedPercent,
      newestWins: settings.newestWins,
      staging: aside,
      // Not aside: the list of rejected rows is of most use when the delivery is refused.
      rejectsFile: join(settings.workspace, "rejects.csv")
    });
    step("Tæller svar");
    await createAgeCounts(session);
    const models = {codebook, session, counts: await participantCounts(session, codebook)};
    const invited = invitedFile === undefined ? [] : await readInvited(invitedFile, codebook, aside);
    const coverage = auditCoverage({codebook, counts: models.counts, invited, file: invitedFile});
    const codes = participantHashes(settings, codebook, models.counts);
    const kept = (table: string) => join(aside, "tables", `${table}.parquet`);
    const disclosure = {
      rules: settings.disclosure.audit,
      releases,
      sums: auditSums(codebook, settings.disclosure.audit),
      codebook,
      hashOf: codes?.hashOf,
      decisions: decisionFolder(settings),
      threads: settings.threads,
      printed: figuresOfAudit(settings, codebook, synthetic)
    };
    const written = await writeTables(session, auditTables, models, {
      ...(write && {kept, published}),
      disclosure,
      seal,
      synthetic,
      step
    });
    if (write) await keepRegistrations(session, audit, join(aside, "registrations"));
    const report = {
      synthetic,
      seal,
      files: audit.files.map((counts) => ({...counts, file: basename(counts.file)})),
      warnings: [...audit.warnings, ...coverage.warnings],
      rejects: audit.rejectsFile,
      written: write ? written.tables : [],
      released: written.disclosure?.released ?? [],
      fresh: false
    };
    return {
      report,
      facts: siteFacts({
        codebook,
        synthetic,
        seal,
        audit,
        counts: models.counts,
        coverage: {least: settings.coverage.audit, professions: coverage.professions},
        disclosure: written.disclosure,
        answers: written.shown?.get("audit_answers"),
        byRegion: written.shown?.get("audit_answers_by_region"),
        codes: codes?.published
      })
    };
  } finally {
    session.close();
  }
}

/** Leaves the typed registrations for the analyst's own tools; as read they still hold the rejected rows. */
async function keepRegistrations(session: Session, audit: AuditDelivery, folder: string): Promise<void> {
  if (audit.files.every((file) => file.kept === file.read)) return;
  const kept = join(folder, "..", "kept.parquet");
  await session.run(`COPY registrations TO ${text(kept)} (FORMAT parquet)`);
  rmSync(folder, {recursive: true});
  mkdirSync(folder);
  renameSync(kept, join(folder, "registrations.parquet"));
}

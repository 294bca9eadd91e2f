import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {readCodebook} from "../codebook.js";
import {twinFolder} from "../delivery.js";
import {openSession} from "../engine/session.js";
import {createAgeCounts} from "../models/ageCounts.js";
import {participantCounts} from "../models/participantCounts.js";
import type {Settings} from "../settings.js";
import {auditFiles, readAudit} from "../sources/audit.js";
import {auditAges} from "../tables/auditAges.js";
import {auditAnswers} from "../tables/auditAnswers.js";
import {auditMeans} from "../tables/auditMeans.js";
import {auditMeasures} from "../tables/auditMeasures.js";
import {auditParticipants} from "../tables/auditParticipants.js";
import {computedFrom, type Computed} from "./computed.js";

/** What the twin is when nobody has changed the settings; a test holds them against the settings' own defaults. */
export const defaultTwin = {codebook: "laenderyg", seed: 20101, scale: 1};

/**
 * Everything the report prints, computed from the default twin before protection, on the same way as `load`: own extracts
 * and an analyst's own seed, scale, code book or aliases change nothing here.
 */
export async function computeTwin(settings: Settings): Promise<Computed> {
  const fixed = defaultSettings(settings);
  const codebook = readCodebook(fixed.codebook);
  return computeFrom(auditFiles(await twinFolder(fixed, codebook)), fixed);
}

/** Computes from files of audit registrations. */
export async function computeFrom(files: string[], settings: Settings): Promise<Computed> {
  const codebook = readCodebook(settings.codebook);
  const staging = mkdtempSync(join(tmpdir(), "rygatlas-reconcile-"));
  const session = await openSession({...settings, temporary: join(staging, "duckdb")});
  try {
    await readAudit(session, {files, codebook, aliases: settings.aliases, maxRejectedPercent: settings.maxRejectedPercent, staging});
    await createAgeCounts(session);
    const models = {codebook, session, counts: await participantCounts(session, codebook)};
    return computedFrom(codebook, {
      answers: await auditAnswers.rows(models),
      measures: await auditMeasures.rows(models),
      ages: await auditAges.rows(models),
      participants: await auditParticipants.rows(models),
      means: await auditMeans.rows(models),
      ageRanges: await session.rows("SELECT profession, min(age)::INTEGER AS youngest, max(age)::INTEGER AS oldest FROM age_counts GROUP BY profession")
    });
  } finally {
    session.close();
    rmSync(staging, {recursive: true, force: true});
  }
}

/** The settings as delivered. The twin of `load` is shared when it is the same one, else it gets a folder of its own. */
function defaultSettings(settings: Settings): Settings {
  const {codebook: name, ...synthetic} = defaultTwin;
  const codebook = join(settings.root, "data/codebooks", name);
  const same = codebook === settings.codebook && settings.synthetic.seed === synthetic.seed && settings.synthetic.scale === synthetic.scale;
  const workspace = same ? settings.workspace : join(settings.workspace, "reconcile");
  return {...settings, codebook, workspace, synthetic, aliases: {}, maxRejectedPercent: 0};
}

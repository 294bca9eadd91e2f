import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {openSession, text} from "../../../data-loaders/engine/session.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import {buildCache} from "../../../data-loaders/load.js";
import {catalogue, writeCatalogue} from "../../../data-loaders/load/catalogue.js";
import {words} from "../pages/vocabulary.js";

/**
 * What a load leaves, of few people: four registrations of two forms, three patients, and the answers of which one is
 * hidden where it is published.
 */
export async function smallWorkspace(root: string): Promise<Settings> {
  const settings = {...readSettings("."), root, workspace: join(root, "data/workspace")};
  const published = buildCache(settings);
  const {workspace} = settings;
  const answers = (rows: string) => `SELECT * FROM (VALUES ${rows}) answers(round, profession, n, status)`;
  const files = {
    [join(published, "audit_answers.parquet")]: answers("(1, 'gp', 10, 'shown'), (1, 'chiropractor', NULL, 'hidden')"),
    [join(workspace, "tables/audit_answers.parquet")]: answers(
      "(1, 'gp', 10, 'shown'), (1, 'chiropractor', 2, 'shown')"
    ),
    [join(workspace, "registrations/1.parquet")]: `
      SELECT * FROM (VALUES (1, 'gp', 40, 'female'), (1, 'gp', 50, 'male'), (1, 'gp', 60, NULL), (2, 'chiropractor', 70, 'male'))
        registrations(round, profession, age, sex)`,
    [join(workspace, "people/cohort.parquet")]: `
      SELECT * FROM (VALUES ('2023/24', 'p1', 63, 'male', '60-69', DATE '2024-01-02'),
        ('2023/24', 'p2', 41, 'female', '40-49', DATE '2024-02-03'), ('2022/23', 'p3', 18, 'male', '18-29', DATE '2022-09-01'))
        cohort(period, person_id, age, sex, age_band, index_date)`,
    [join(workspace, "people/spine_procedures.parquet")]:
      "SELECT 'p1' AS person_id, DATE '2024-03-01' AS date, 'mri' AS kind"
  };
  const session = await openSession({memoryLimit: "200MB", threads: 1, temporary: ""});
  for (const [file, query] of Object.entries(files)) {
    mkdirSync(dirname(file), {recursive: true});
    await session.run(`COPY (${query}) TO ${text(file)} (FORMAT parquet)`);
  }
  session.close();
  const {registers, ...site} = words;
  writeFileSync(join(published, "site.json"), JSON.stringify(site));
  writeFileSync(join(published, "registers.json"), JSON.stringify(registers));
  await writeCatalogue(settings, catalogue(settings, published));
  return settings;
}

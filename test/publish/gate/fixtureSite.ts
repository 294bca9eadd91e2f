import {createHash} from "node:crypto";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {publishedParticipants, publishedShape} from "../../../data-loaders/disclosure/participants.js";
import {protectTables} from "../../../data-loaders/disclosure/protectTables.js";
import type {Participants} from "../../../data-loaders/ground/rules.js";
import {auditSums} from "../../../data-loaders/tables/sums/audit.js";
import {addRanges} from "../../../data-loaders/disclosure/ranges.js";
import {publishedColumns, publishedRows} from "../../../data-loaders/disclosure/withhold.js";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {writeTable} from "../../../data-loaders/tables/writeTable.js";
import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import {sealKey, sharedSeal} from "../../../data-loaders/load/sharedTables.js";
import type {SiteFacts} from "../../../data-loaders/facts/siteFacts.js";
import {noNews} from "../../../data-loaders/news/news.js";
import {auditTables, sharedTables, tables} from "../../../data-loaders/tables/index.js";
import type {Column, TableShape} from "../../../data-loaders/tables/table.js";
import {countedTables} from "../../../data-loaders/disclosure/writeTables.js";
import {answerKey, answersElement} from "../../../src/components/data/answers.js";
import {choiceWords} from "../../../publish/pages/choiceWords.js";
import {loaderText} from "../../../publish/fence/sourceFiles.js";
import {addContentSecurity, headersFile} from "../../../publish/framework/contentSecurity.js";
import {formFiles} from "../../../publish/form/formFiles.js";
import {readHtml} from "../../../publish/html.js";
import {manifestFile} from "../../../data-loaders/disclosure/keptReleases.js";
import {describeRelease, readManifest, filesOf} from "../../../publish/release/manifest.js";
import {readPage} from "../../../publish/pages/pageText.js";
import {runOnce} from "../../../publish/answers/runCell.js";
import {choicePlaces} from "../../../publish/pages/choicePlaces.js";
import {readSynonyms} from "../../../publish/search/synonyms.js";
import {searchIndex} from "../../../publish/search/searchIndex.js";
import {searchModule} from "../../../publish/search/searchModule.js";
import {readPreview} from "../../../publish/web/sharing.js";
import {tableFile} from "../../../publish/framework/builtSite.js";
import {publishedTables} from "../../../publish/answers/tables.js";
import {changed} from "../../support/html.js";
import {checkout} from "../../support/project.js";
import type {Raw} from "../../data-loaders/tables/recount.js";
import {codebook, modelsOf, open, ticked} from "../../data-loaders/tables/tinyAudit.js";

const seals = {audit: {hash: "a1".repeat(32), date: null}, registers: {hash: "b2".repeat(32), date: null}};
const worker = "_node/@duckdb/duckdb-wasm@1.32.0/dist/duckdb-browser-eh.worker.0a1b2c3d.js";
export const answersFile = "_answers/audit/svar.0123456789abcdef.0a1b2c3d.json";
const query = ["SELECT question_id, answer_id, n, percent FROM audit_answers WHERE profession = ", " ORDER BY ALL"];

const factsOf = (registrations: Raw[]) =>
  ({
    codebook,
    rounds: [1],
    synthetic: true,
    date: null,
    seal: seals.audit.hash,
    files: [],
    rejects: [],
    forms: codebook.professions.map(({id}) => ({
      profession: id,
      registrations: registrations.filter(({profession}) => profession === id).length,
      participants: 3
    }))
  }) as unknown as SiteFacts;
const registers = {
  synthetic: true,
  date: null,
  seal: seals.registers.hash,
  periods: [],
  areas: [],
  indicators: [],
  words: {},
  incomplete: []
} as unknown as RegisterFacts;

const sources: Record<string, string> = {
  "index.md": "---\ntitle: Forside\n---\n\n# Forside\n\nDer er 2 faggrupper.\n",
  "audit/svar.md": "---\ntitle: Svar\n---\n\n# Svar\n\nAndelen er af alle registreringer.\n",
  "404.md": "---\ntitle: Ikke fundet\n---\n\n# Siden findes ikke\n"
};

/** A small finished site with every kind of table and page, in a project folder of its own. */
export interface FixtureSite {
  settings: Settings;
  dist: string;
}

/**
 * Advice from three doctors and three nurses in two regions, whose every count is large. @param nurses how
 * many registrations each nurse has
 */
function adviceGiven(nurses: number): Raw[] {
  return ["doctor", "nurse"].flatMap((profession) =>
    ["1", "2", "3"].flatMap((participant) =>
      ticked("acts.advice", 10, profession === "nurse" ? nurses : 20, {
        profession,
        participant,
        region: participant === "1" ? "n" : "s"
      })
    )
  );
}

/**
 * Writes it. Its tables are of invented registrations; those of registers have no rows.
 * @param nurses how many registrations each of three nurses has
 * @param participants how the project's settings show them
 * @param threshold below which counts of the audit are hidden
 */
export async function writeFixtureSite(
  nurses = 20,
  participants: Participants = "number",
  threshold = 5
): Promise<FixtureSite> {
  const registrations = adviceGiven(nurses);
  const facts = {
    ...factsOf(registrations),
    ...(participants === "code" && {codes: {salt: "c4".repeat(32), iterations: 600_000}})
  };
  const root = mkdtempSync(join(tmpdir(), "rygatlas-gate-"));
  const dist = join(root, "dist");
  for (const file of ["settings.yaml", "package.json", "observablehq.config.ts"])
    cpSync(join(checkout, file), join(root, file));
  for (const folder of ["codelists", "codebooks", "published"])
    cpSync(join(checkout, "data", folder), join(root, "data", folder), {recursive: true});
  symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"), "junction");
  for (const [file, text] of Object.entries(sources)) write(join(root, "src", file), text);
  for (const name of ["[table].parquet.ts", "[facts].json.ts"]) write(join(root, "src/data", name), loaderText);
  for (const folder of [join(root, "src/data"), dist]) {
    const kept = {
      comparisons: '[{"key":"men","printed":"137","computed":"137"}]',
      news: JSON.stringify({date: null, ...noNews})
    };
    for (const [name, text] of Object.entries(kept))
      write(join(folder, folder === dist ? dataFile(name) : `${name}.json`), text);
  }
  write(
    join(root, "settings.yaml"),
    readFileSync(join(root, "settings.yaml"), "utf8")
      .replace(/^ {2}participants: \w+$/m, `  participants: ${participants}`)
      .replace(/^ {2}audit:\n(?:^ {4}.*\n)*/m, `  audit: {threshold: ${threshold}}\n`)
  );
  const settings = readSettings(root);

  const session = await open();
  const models = await modelsOf(session, registrations);
  const forReaders: {table: TableShape; rows: Row[]}[] = [];
  for (const table of tables) {
    const audit = auditTables.find(({name}) => name === table.name);
    // A table that registers have rows in too has more columns.
    const rows = ((await audit?.rows(models)) ?? []).map((row) =>
      Object.fromEntries(table.columns.map(({name}) => [name, row[name] ?? null]))
    );
    forReaders.push({
      table: publishedShape(table, settings.disclosure.audit),
      rows: publishedParticipants(table, rows, settings.disclosure.audit, hashOf)
    });
  }
  const counted = countedTables(
    forReaders.filter(({table: {name}}) => auditTables.some((table) => table.name === name)),
    codebook,
    settings.disclosure.audit
  );
  const hidden = await protectTables(
    counted,
    auditSums(codebook, settings.disclosure.audit),
    settings.disclosure.audit
  );
  const shown = forReaders.map(({table, rows}) => ({table, rows: publishedRows(table, rows, hidden)}));
  await addRanges(
    countedTables(
      shown.filter(({table: {name}}) => auditTables.some((table) => table.name === name)),
      codebook,
      settings.disclosure.audit
    ),
    auditSums(codebook, settings.disclosure.audit),
    settings.disclosure.audit
  );
  for (const {table, rows} of shown)
    await writeTable(session, join(dist, tableFile(table.name)), publishedColumns(table), rows, metadataOf(table.name));
  session.close();

  write(join(dist, dataFile("site")), JSON.stringify(facts));
  write(join(dist, dataFile("registers")), JSON.stringify(registers));
  await writePages(settings, dist, facts);
  for (const file of ["_site/site.ABCD2345.js", worker])
    write(join(dist, file), "export const m0_define = () => {};\n");
  write(join(dist, "_node/@duckdb/duckdb-wasm@1.32.0/dist/duckdb-eh.wasm"), "\0asm");
  write(join(dist, "_import/style.0a1b2c3d.css"), "body { color: black; }\n");
  write(join(dist, "_headers"), headersFile(worker));
  write(join(dist, "forhaandsvisning.png"), readPreview());
  write(join(dist, "robots.txt"), "User-agent: *\nAllow: /\n");
  write(join(dist, "sitemap.xml"), "<urlset></urlset>\n");
  for (const [file, bytes] of await formFiles(settings)) write(join(dist, file), bytes);
  write(join(dist, manifestFile), describeRelease(dist, settings, {...facts, registers}));
  return {settings, dist};
}

export function removeFixtureSite({settings}: FixtureSite): void {
  rmSync(settings.root, {recursive: true, force: true});
}

/** What stands for the slow hash of a code. */
export const hashOf = (profession: string, participant: string) =>
  createHash("sha256").update(`${profession}/${participant}`).digest("hex");

/** Where the site keeps a table, and a file of facts. */
export const dataFile = (name: string) => `_file/data/${name}.0a1b2c3d.json`;

/** A site to be spoiled: a copy of a finished one, whose manifest lists what it then holds. */
export class SpoiledSite {
  constructor(
    readonly site: FixtureSite,
    readonly dist: string
  ) {}

  text(file: string): string {
    return readFileSync(join(this.dist, file), "utf8");
  }

  bytes(file: string): Buffer {
    return readFileSync(join(this.dist, file));
  }

  write(file: string, contents: string | Buffer): void {
    write(join(this.dist, file), contents);
  }

  change(file: string, from: string | RegExp, to: string): void {
    const before = this.text(file);
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`nothing to change in ${file}`);
    this.write(file, after);
  }

  /** A page with its policy made anew, as if a build had written it. */
  changePage(page: string, from: string | RegExp, to: string): void {
    const bare = this.text(page).replace(/<meta http-equiv[^>]*>\n<meta name="referrer"[^>]*>\n/, "");
    this.write(page, withPolicy(bare.replace(from, () => to)));
  }

  /** A table with other rows, columns or metadata. */
  async table(
    name: string,
    change: (rows: Row[]) => Row[],
    {columns, without, metadata}: {columns?: Column[]; without?: string; metadata?: Record<string, string>} = {}
  ): Promise<void> {
    const session = await publishedTables(this.site.settings, (table) => join(this.dist, tableFile(table)));
    const rows = (await session.rows(`FROM "${name}"`)) as Row[];
    session.close();
    const files = await open();
    const shape = publishedShape(tables.find((table) => table.name === name)!, this.site.settings.disclosure.audit);
    await writeTable(
      files,
      join(this.dist, tableFile(name)),
      [...publishedColumns(shape).filter((column) => column.name !== without), ...(columns ?? [])],
      change(rows),
      {...metadataOf(name), ...metadata}
    );
    files.close();
  }

  sign(): void {
    const manifest = {...readManifest(this.dist), files: filesOf(this.dist)};
    this.write(manifestFile, JSON.stringify(manifest));
  }
}

/** A copy of the site beside it. */
export function spoil(site: FixtureSite): SpoiledSite {
  const dist = mkdtempSync(join(site.settings.root, "spoiled-"));
  cpSync(site.dist, dist, {recursive: true});
  return new SpoiledSite(site, dist);
}

async function writePages({workspace, ...settings}: Settings, dist: string, facts: SiteFacts): Promise<void> {
  mkdirSync(workspace, {recursive: true});
  const session = await publishedTables({...settings, workspace}, (table) => join(dist, tableFile(table)));
  const doctor = await answer(session, "doctor");
  const nurse = await answer(session, "nurse");
  session.close();
  write(join(dist, answersFile), JSON.stringify(nurse));
  const cell = {columns: ["question_id", "answer_id", "n", "percent"], answers: doctor, file: `../${answersFile}`};
  write(join(dist, "index.html"), page(facts, "index.md", "./", ""));
  write(join(dist, "404.html"), page(facts, "404.md", "/", "", '<base href="/">\n'));
  write(
    join(dist, "audit/svar.html"),
    page(
      facts,
      "audit/svar.md",
      "../",
      `const rows = await sql\`${query[0]}\${profession}${query[1]}\`;`,
      jsonElement(answersElement, JSON.stringify({[answerKey(query)]: cell}))
    )
  );
  await writeSearch(dist, facts);
}

async function answer(session: Session, profession: string): Promise<Record<string, unknown[][]>> {
  return {[JSON.stringify([profession])]: (await runOnce(session, query, [profession])).rows};
}

async function writeSearch(dist: string, facts: SiteFacts): Promise<void> {
  const pages = ["404.html", "audit/svar.html", "index.html"].map((path) =>
    readPage(path, readHtml(readFileSync(join(dist, path), "utf8")))
  );
  const words = {...facts, registers};
  const {file, code} = await searchModule(searchIndex(pages, choiceWords(words), readSynonyms(), choicePlaces(words)));
  rmSync(join(dist, "_observablehq"), {recursive: true, force: true});
  write(join(dist, file), code);
}

/** A page as Framework and `publish` leave it: head, policy, data, cells, menu, search box and text. */
function page(facts: SiteFacts, source: string, toRoot: string, cells: string, head = ""): string {
  const [, title, text] = /title: (.*)\n---\n\n# .*\n([\s\S]*)/.exec(sources[source]!)!;
  return withPolicy(
    [
      "<!DOCTYPE html>",
      '<html lang="da">',
      "<head>",
      '<meta charset="utf-8">',
      `<title>${title} | Rygatlas</title>`,
      head,
      `<link rel="stylesheet" href="${toRoot}_import/style.0a1b2c3d.css">`,
      jsonElement("rygatlas-site.json", JSON.stringify(facts)),
      `<script type="module">\n\nimport {m0_define} from "${toRoot}_site/site.ABCD2345.js";\n${cells}\n</script>`,
      "</head>",
      "<body>",
      `<nav id="observablehq-sidebar"><a href="${toRoot}">Forside</a></nav>`,
      '<script>{const e=document.querySelector("#observablehq-sidebar");e.hidden=false}</script>',
      `<main id="observablehq-main"><h1>${title}</h1><p>${text!.trim()} <a href="https://www.example.org/">En kilde</a></p><svg role="img" aria-label="Et tegn"><text>Tegn</text></svg></main>`,
      "</body>",
      "</html>",
      ""
    ].join("\n")
  );
}

function withPolicy(html: string): string {
  return changed(html, (document) => addContentSecurity(document, {engine: true, frames: false}));
}

function jsonElement(id: string, json: string): string {
  return `<script type="application/json" id="${id}">${json.replaceAll("<", "\\u003c")}</script>`;
}

export function metadataOf(table: string): Record<string, string> {
  const more = {rygatlas_date: "", rygatlas_data: "synthetic"};
  if (sharedTables.includes(table))
    return {
      rygatlas_seal: sharedSeal(seals),
      [sealKey("audit")]: seals.audit.hash,
      [sealKey("registers")]: seals.registers.hash,
      ...more
    };
  return {
    rygatlas_seal: auditTables.some(({name}) => name === table) ? seals.audit.hash : seals.registers.hash,
    ...more
  };
}

function write(file: string, contents: string | Buffer): void {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, contents);
}

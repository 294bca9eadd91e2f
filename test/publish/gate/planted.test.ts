import {existsSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Row} from "../../../data-loaders/engine/session.js";
import {gate} from "../../../publish/gate/gate.js";
import {tableFile} from "../../../publish/framework/builtSite.js";
import {renewContentSecurity} from "../../../publish/framework/contentSecurity.js";
import {layDrawing} from "../../../publish/framework/drawnCells.js";
import {readHtml, writeHtml} from "../../../publish/html.js";
import {
  answersFile,
  dataFile,
  removeFixtureSite,
  spoil,
  writeFixtureSite,
  type FixtureSite,
  type SpoiledSite
} from "./fixtureSite.js";

let site: FixtureSite;
beforeAll(async () => void (site = await writeFixtureSite()));
afterAll(() => removeFixtureSite(site));

test("a site with nothing but what it may have passes, and is not looked through again", async () => {
  const {dist} = spoil(site);
  expect(await gate(site.settings, dist)).toMatchObject({before: false});
  expect(await gate(site.settings, dist)).toMatchObject({before: true});
});

const html = "audit/svar.html";
const text = /(?<=<p>)Andelen/;

/** What somebody could leave in a release by mistake, and the reason it is stopped for. */
const planted: [kind: string, plant: (spoiled: SpoiledSite) => void | Promise<void>, reason: RegExp][] = [
  [
    "a table before protection",
    (s) => s.write("tables/audit_answers.parquet", "PAR1"),
    /tables\/audit_answers\.parquet er ikke af en slags/
  ],
  ["a source map", (s) => s.write("_site/site.ABCD2345.js.map", "{}"), /site\.ABCD2345\.js\.map er ikke af en slags/],
  [
    "a script that points at a source map",
    (s) => s.change("_site/site.ABCD2345.js", /$/, "//# sourceMappingURL=site.js.map"),
    /henviser til et source map/
  ],
  [
    "a cache",
    (s) => s.write(".observablehq/cache/data/site.json", "{}"),
    /\.observablehq\/cache\/data\/site\.json er ikke af en slags/
  ],
  ["a list of rejected rows", (s) => s.write("rejects.csv", "fil;linje"), /rejects\.csv er ikke af en slags/],
  [
    "a way into the workspace",
    (s) => symlinkSync(join(site.settings.root, "settings.yaml"), join(s.dist, "robot.html")),
    /robot\.html er en genvej/
  ],
  ["a facts file of nobody's", (s) => s.write(dataFile("people"), "[]"), /people\.json er ikke nogen af de filer/],
  [
    "a table without a definition",
    (s) => s.write(tableFile("cohort"), s.bytes(tableFile("means"))),
    /cohort\..* er ingen af de tabeller/
  ],
  [
    "an extra column",
    (s) =>
      s.table("audit_participants", (rows) => rows.map((row) => ({...row, n: 1})), {
        columns: [{name: "n", type: "INTEGER", meaning: "", english: ""}]
      }),
    /har kolonnen n, som audit_participants ikke må offentliggøre/
  ],
  ["extra metadata", (s) => s.table("means", (rows) => rows, {metadata: {pandas: "{}"}}), /har metadata »pandas«/],
  [
    "the smallest value of rows that were hidden",
    (s) => hideBehindStatistics(s),
    /statistikken over \w+ siger noget, som ingen række viser|andet end sine rækker/
  ],
  [
    "bytes between the columns",
    (s) => s.write(tableFile("means"), withBytes(s, "means")),
    /means.* indeholder andet end sine rækker/
  ],
  [
    "tables of two builds",
    (s) => s.table("means", (rows) => rows, {metadata: {rygatlas_seal: "c3".repeat(32)}}),
    /means.* har et andet segl/
  ],
  ["a draft page", (s) => draft(s), /audit\/kladde\.html er en kladde/],
  [
    "a page without a source",
    (s) => s.write("proeve.html", s.text("index.html")),
    /proeve\.html er ikke lavet af nogen side/
  ],
  [
    "a font from elsewhere",
    (s) =>
      s.changePage(
        html,
        "</title>",
        '</title>\n<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Inter">'
      ),
    /henter https:\/\/fonts\.googleapis/
  ],
  [
    "a font in a style sheet",
    (s) => s.change("_import/style.0a1b2c3d.css", "body", '@import "//fonts.example/inter.css"; body'),
    /style.*henter \/\/fonts\.example\/inter\.css/
  ],
  [
    "a picture from elsewhere",
    (s) => s.changePage(html, "<svg", '<img src="//example.org/p.png"><svg'),
    /<img> henter \/\/example\.org\/p\.png/
  ],
  [
    "a script that fetches from elsewhere",
    (s) => s.change("_site/site.ABCD2345.js", /$/, 'fetch("https://example.org/count")'),
    /henter kode eller data fra et andet websted/
  ],
  [
    "a picture where one browser shows it and another does not",
    (s) => s.change(html, "<h1>", '<select><img src="//example.org/p.png"></select><h1>'),
    /svar\.html læses anderledes, end den er skrevet/
  ],
  [
    "an inline script that the policy does not know",
    (s) => s.change(html, "</main>", "</main><script>track()</script>"),
    /anden Content-Security-Policy/
  ],
  [
    "an inline script that the policy was made to know",
    (s) => s.changePage(html, "</main>", "</main><script>track()</script>"),
    /hverken er sidens egne celler, menuen eller søgningen/
  ],
  [
    "an event handler",
    (s) => s.changePage(html, "<h1>", '<h1 onclick="track()">'),
    /<h1> har kode i attributten onclick/
  ],
  ["a frame", (s) => s.changePage(html, "<h1>", '<iframe src="x.html"></iframe><h1>'), /<iframe> viser noget/],
  ["no policy", (s) => s.change(html, /<meta http-equiv[^>]*>/, ""), /har ingen Content-Security-Policy/],
  [
    "a policy that allows everything inline",
    (s) => s.change(html, "style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    /anden Content-Security-Policy/
  ],
  [
    "headers that let others frame the site",
    (s) => s.change("_headers", "frame-ancestors 'self'", "frame-ancestors *"),
    /_headers er ikke den/
  ],
  [
    "another picture under the same name",
    (s) => s.write("forhaandsvisning.png", Buffer.from([1, 2, 3])),
    /forhaandsvisning\.png er ikke den/
  ],
  [
    "a civil registration number in a page",
    (s) => s.changePage(html, text, "Person 010170-1234 og andelen"),
    /svar\.html har et tal, der kan være et CPR-nummer/
  ],
  [
    "a civil registration number in a table",
    (s) => s.table("codebook", (rows) => rows.map((row) => ({...row, answer_da: "2412691234"}))),
    /codebook.*CPR-nummer/
  ],
  [
    "a pseudonymised key",
    (s) => s.table("codebook", (rows) => rows.map((row) => ({...row, answer_da: "9f86d081884c7d659a2feaa0"}))),
    /codebook.* har en nøgle/
  ],
  [
    "the key of contacts in an answer",
    (s) => s.changePage(html, '"rounds"', '"dw_ek_kontakt":17,"rounds"'),
    /har feltet dw_ek_kontakt/
  ],
  ["an answer file that is none", (s) => s.write(answersFile, "3 patienter"), /kan ikke læses som JSON/],
  [
    "a number in a sentence",
    (s) => s.changePage(html, text, "Der er 3 patienter, og andelen"),
    /svar\.html siger »er 3 patienter«/
  ],
  ["a number in a picture", (s) => s.changePage(html, "<text>Tegn", "<text>3"), /svar\.html siger ».*3/],
  [
    "a number in an alternative text",
    (s) => s.changePage(html, "Et tegn", "Søjlen er 3 høj"),
    /svar\.html siger »er 3 høj«/
  ],
  [
    "a number in a description that search engines show",
    (s) => s.changePage(html, "</title>", '</title>\n<meta name="description" content="Kun 3 mænd svarede">'),
    /svar\.html siger »kun 3 mænd«/
  ],
  [
    "a small count that an author wrote",
    (s) => author(s, "I Samsø er 3 patienter opereret."),
    /index\.html siger »3 patienter«/
  ],
  [
    "a number in an answer file",
    (s) => s.change(answersFile, /\["acts","advice",\d+/, '["acts","advice",3'),
    /svaret for \["nurse"\] er ikke det/
  ],
  [
    "a number in the answers of a page",
    (s) => s.changePage(html, /\["acts","advice",\d+/, '["acts","advice",3'),
    /svar\.html: svaret for \["doctor"\] er ikke det/
  ],
  [
    "a picture that no page shows",
    (s) => s.write("_delt/audit/andet.0123456789abcdef.png", "PNG"),
    /andet\.0123456789abcdef\.png er ikke det billede, en side viser/
  ],
  [
    "an answer to a question nobody asks",
    (s) => s.write("_answers/audit/andet.0123456789abcdef.0a1b2c3d.json", "{}"),
    /hører ikke til nogen forespørgsel/
  ],
  [
    "a number in the search index",
    (s) => s.change(searchOf(s), /\\?"words\\?":\{/, '\\"words\\":{\\"samsoe3\\":[0,1],'),
    /har andre ord end siderne/
  ],
  [
    "other facts in a page than beside it",
    (s) => s.changePage(html, '"registrations":60', '"registrations":3'),
    /har andre data end/
  ],
  [
    "data of a page's own",
    (s) => s.changePage(html, "<title>", '<script type="application/json" id="patients">[]</script><title>'),
    /har data »patients«/
  ],
  [
    "an unhidden 3",
    (s) =>
      s.table("audit_answers", (rows) => rows.map((row) => (isPills(row) ? {...row, n: 3, status: "shown"} : row))),
    /audit_answers viser 3 for acts\.pills=yes/
  ],
  [
    "a hidden row with its number",
    (s) => s.table("audit_ages", (rows) => rows.map((row, i) => (i === 0 ? {...row, status: "hidden"} : row))),
    /audit_ages.*: n står i en række, der siger, at den er skjult/
  ],
  [
    "a range of a number that is shown",
    (s) =>
      s.table("audit_answers", (rows) =>
        rows.map((row) => (row.status === "shown" ? {...row, n_least: row.n, n_most: row.n} : row))
      ),
    /audit_answers: n_least er \d+, men af det offentliggjorte følger intet/
  ],
  [
    "another number than the repository's reconciliation has",
    (s) => s.change(dataFile("comparisons"), '"computed":"137"', '"computed":"3"'),
    /comparisons\.0a1b2c3d\.json er en anden end src\/data\/comparisons\.json/
  ],
  [
    "a drawing that the page's own script does not make",
    (s) => drawBeforehand(s, "<p>Andelen er 99 %.</p>"),
    /audit\/svar\.html viser andet, før dens script har kørt, end bagefter/
  ],
  [
    "few people in a drawing",
    (s) => drawBeforehand(s, "<p>Det var 3 patienter.</p>"),
    /audit\/svar\.html siger »3 patienter«/
  ],
  [
    "facts that the tables contradict",
    (s) => s.change(dataFile("site"), '"registrations":60', '"registrations":63'),
    /siger 63 registreringer for doctor, men tabellerne 60/
  ]
];

describe("is stopped, with the reason:", () => {
  test.each(planted)("%s", async (_, plant, reason) => {
    const spoiled = spoil(site);
    await plant(spoiled);
    spoiled.sign();
    await expect(gate(site.settings, spoiled.dist)).rejects.toThrow(reason);
  });

  test("a file that is not the one in the manifest; a site that is not the project's own is left as it is", async () => {
    const {dist} = spoil(site);
    writeFileSync(join(dist, "robots.txt"), "User-agent: x\n");
    writeFileSync(join(dist, "audit/mere.html"), "");
    await expect(gate(site.settings, dist)).rejects.toThrow(
      /mere\.html står ikke i release\.json[\s\S]*robots\.txt er ikke den fil, som release\.json nævner/
    );
    expect(existsSync(join(dist, "audit/mere.html"))).toBe(true);
  });
});

const isPills = (row: Row) =>
  row.profession === "doctor" && row.answer_id === "pills" && row.consultation === "all" && row.patient_group === "all";

function searchOf(spoiled: SpoiledSite): string {
  return /"(_observablehq\/soegning\.[0-9a-f]{8}\.js)"/.exec(spoiled.text("release.json"))![1]!;
}

function drawBeforehand(spoiled: SpoiledSite, shown: string): void {
  spoiled.changePage(html, "</main>", "<!--:0a1b2c3d:--></main>");
  const document = readHtml(spoiled.text(html));
  layDrawing(document, html, {cells: {"0a1b2c3d": shown}, shapes: "", css: ""});
  renewContentSecurity(document);
  spoiled.write(html, writeHtml(document));
}

function draft(spoiled: SpoiledSite): void {
  writeFileSync(join(site.settings.root, "src/audit/kladde.md"), "---\ntitle: Svar\ndraft: true\n---\n\n# Svar\n");
  spoiled.write("audit/kladde.html", spoiled.text(html));
}

function author(spoiled: SpoiledSite, sentence: string): void {
  writeFileSync(
    join(site.settings.root, "src/index.md"),
    `---\ntitle: Forside\n---\n\n# Forside\n\nDer er 2 faggrupper.\n\n${sentence}\n`
  );
  spoiled.changePage("index.html", "faggrupper.", `faggrupper. ${sentence}`);
}

/** Bytes after the first column's data, which no reader of the table meets. */
function withBytes(spoiled: SpoiledSite, table: string): Buffer {
  const bytes = spoiled.bytes(tableFile(table));
  const footer = bytes.readUInt32LE(bytes.length - 8);
  const end = bytes.length - 8 - footer;
  return Buffer.concat([bytes.subarray(0, end), Buffer.from("3 patienter"), bytes.subarray(end)]);
}

/** The file of other rows, whose smallest value its own rows no longer have: one number changed where the rows are. */
async function hideBehindStatistics(spoiled: SpoiledSite): Promise<void> {
  await spoiled.table("means", () => [
    {
      ...{subject: "audit_age", round: 1, period: null, profession: "doctor", sex: "all", mean: 3},
      ...{n: 77777, n_least: null, n_most: null, status: "shown"}
    }
  ]);
  const bytes = spoiled.bytes(tableFile("means"));
  const number = Buffer.alloc(4);
  number.writeInt32LE(77777);
  const at = bytes.indexOf(number);
  bytes.writeInt32LE(88888, at);
  spoiled.write(tableFile("means"), bytes);
}

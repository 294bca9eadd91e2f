import {loaderText} from "../../../publish/fence/sourceFiles.js";

/**
 * A way in which somebody could bring something into the site past the published tables, and what it is refused with.
 */
export interface Way {
  name: string;
  /** Below `src`. */
  file: string;
  text: string;
  /** Line and sentence. */
  refused: string;
  /** Where the file is not what it seems: what it is a link to. */
  link?: string;
}

const select = "En celle må kun være én SELECT, der læser de offentliggjorte tabeller.";
const only = (what: string) => `En celle må kun læse de offentliggjorte tabeller; ${what}.`;
const other = (name: string) => only(`${name}() læser noget andet`);
const none = (name: string) => only(`${name} er ingen af dem`);

/** Queries, the line of the query that is refused, and the sentence. */
const queries: [sql: string, line: number, sentence: string][] = [
  [
    "SELECT participant_no, count(*)::INTEGER AS n\nFROM 'data/workspace/registrations/*.parquet' GROUP BY ALL",
    2,
    none("»data/workspace/registrations/*.parquet«")
  ],
  [
    'SELECT n FROM audit_answers\nWHERE n IN (SELECT age FROM "../data/workspace/registrations/a.parquet")',
    2,
    none("»../data/workspace/registrations/a.parquet«")
  ],
  ["WITH people AS (\n  FROM 'x.csv'\n)\nFROM people", 2, none("»x.csv«")],
  ['WITH "x.csv" AS (FROM "x.csv") FROM "x.csv"', 1, none("»x.csv«")],
  ["FROM audit_answers UNION ALL BY NAME\nFROM 'x.json'", 2, none("»x.json«")],
  ["SELECT 1 AS n ORDER BY (SELECT max(a) FROM 'x.csv')", 1, none("»x.csv«")],
  ["PIVOT (FROM 'x.csv') ON a IN (1) USING count(*)", 1, none("»x.csv«")],
  ["SUMMARIZE 'x.csv'", 1, none("»x.csv«")],
  ["FROM 'http://127.0.0.1/x.csv'", 1, none("»http://127.0.0.1/x.csv«")],
  ["FROM read_parquet('data/workspace/registrations/*.parquet')", 1, other("read_parquet")],
  ["FROM read_csv('x.csv')", 1, other("read_csv")],
  ["FROM read_csv_auto('x.csv')", 1, other("read_csv_auto")],
  ["FROM read_json('x.json')", 1, other("read_json")],
  ["SELECT\n  (SELECT content FROM read_text('/etc/hostname')) AS name", 2, other("read_text")],
  ["FROM unnest((SELECT list(content) FROM read_blob('x')))", 1, other("read_blob")],
  ["FROM parquet_scan('x.parquet')", 1, other("parquet_scan")],
  ["FROM parquet_metadata('x.parquet')", 1, other("parquet_metadata")],
  ["FROM sniff_csv('x.csv')", 1, other("sniff_csv")],
  ["FROM glob('data/workspace/**')", 1, other("glob")],
  ["FROM query('FROM read_text(''x'')')", 1, other("query")],
  ["FROM query_table('x.csv')", 1, other("query_table")],
  ["FROM json_execute_serialized_sql('{}')", 1, other("json_execute_serialized_sql")],
  ["FROM histogram_values(audit_answers, n)", 1, other("histogram_values")],
  ["FROM duckdb_settings()", 1, other("duckdb_settings")],
  ["FROM duckdb_secrets()", 1, other("duckdb_secrets")],
  ["FROM pragma_database_size()", 1, other("pragma_database_size")],
  ["FROM duckdb_tables", 1, none("duckdb_tables")],
  ["FROM information_schema.tables", 1, none("»information_schema.tables«")],
  ["FROM pg_catalog.pg_settings", 1, none("»pg_catalog.pg_settings«")],
  ["FROM sqlite_master", 1, none("sqlite_master")],
  ["FROM memory.main.audit_answers", 1, none("»memory.main.audit_answers«")],
  ["SELECT getenv('HOME') AS home", 1, other("getenv")],
  ["SELECT current_setting('temp_directory') AS folder", 1, other("current_setting")],
  ["SELECT getvariable('x') AS x", 1, other("getvariable")],
  ["SHOW TABLES", 1, only("SHOW læser noget andet")],
  ["UPDATE audit_answers SET percent = 99.9 RETURNING profession", 1, select],
  ["INSERT INTO audit_answers SELECT * FROM audit_answers RETURNING n", 1, select],
  ["DELETE FROM audit_answers RETURNING n", 1, select],
  ["MERGE INTO audit_answers USING audit_answers b ON false WHEN NOT MATCHED THEN DO NOTHING", 1, select],
  ["TRUNCATE audit_answers", 1, select],
  ["COPY audit_answers TO 'skrevet-af-en-side.csv'", 1, select],
  ["COPY audit_answers FROM 'x.csv'", 1, select],
  ["EXPORT DATABASE 'x'", 1, select],
  ["IMPORT DATABASE 'x'", 1, select],
  ["ATTACH 'x.duckdb' AS x", 1, select],
  ["INSTALL httpfs", 1, select],
  ["LOAD httpfs", 1, select],
  ["SET enable_external_access = true", 1, select],
  ["SET VARIABLE x = 1", 1, select],
  ["RESET memory_limit", 1, select],
  ["PRAGMA database_list", 1, select],
  ["CALL pragma_version()", 1, select],
  ["CREATE TABLE x AS FROM audit_answers", 1, select],
  ["CREATE OR REPLACE VIEW audit_answers AS SELECT 1", 1, select],
  ["CREATE MACRO f(x) AS x", 1, select],
  ["DROP TABLE audit_answers", 1, select],
  ["ALTER TABLE audit_answers DROP COLUMN n", 1, select],
  ["PREPARE x AS SELECT 1", 1, select],
  ["EXPLAIN ANALYZE SELECT 1", 1, select],
  ["SELECT 1 AS n; SELECT 2 AS n", 1, select],
  ["SELECT 1 AS n;\nUPDATE audit_answers SET n = 3", 1, select],
  ["FROM audit_answer", 1, `${none("audit_answer")} Mente du audit_answers?`]
];

const head = ["---", "title: Prøve", "---", "", "# Prøve", ""];
const imports = ["```js", 'import {Inputs, Plot, html, sql} from "../components/notebook.js";', "```", ""];
const fetches = (asset: string) =>
  `Siden henter »${asset}«, og en side har ingen filer ved siden af sig; tal kommer fra SQL-celler.`;
const uses = (name: string) => `Siden bruger ${name}, og en side henter ingen filer selv; tal kommer fra SQL-celler.`;
const imported = (name: string) =>
  `Siden importerer »${name}«; importér kun fra src/components og src/parameters, og spørg med sql.`;
const packaged = (name: string) => `Siden importerer »${name}«, som ikke er en af pakkerne i package.json.`;
const implicit = (name: string) =>
  `Siden bruger ${name} uden at importere det, så Framework ville hente sin egen fra nettet.`;
const computed = "Siden importerer noget, som først kendes i browseren; skriv modulets navn, som det er.";
const appearance = (key: string) => `En sides indledning må ikke have ${key}; udseende står i src/style.`;

/** Pages of which the seventh line begins what follows. */
const pages: [name: string, lines: string[], line: number, sentence: string][] = [
  [
    "an attached file",
    ["```js", "const rows = 1;", 'display(FileAttachment("../data/people.csv"));', "```"],
    9,
    uses("FileAttachment")
  ],
  [
    "an attached file under another name",
    ["```js", "const F = FileAttachment;", 'const rows = F("people.csv").csv();', "```"],
    8,
    uses("FileAttachment")
  ],
  ["an attached file in a text", ['Der er ${FileAttachment("people.csv").csv()} personer.'], 7, uses("FileAttachment")],
  [
    "an attached file in an HTML block",
    ["```html", '<p>${FileAttachment("people.csv").csv()}</p>', "```"],
    8,
    uses("FileAttachment")
  ],
  [
    "an attached file in a query",
    [...imports, "```sql id=rows", "", "SELECT", '  ${FileAttachment("people.csv").csv()}', "```"],
    14,
    uses("FileAttachment")
  ],
  [
    "an attached file in TypeScript",
    ["```ts", 'const file: unknown = FileAttachment("people.csv");', "```"],
    8,
    uses("FileAttachment")
  ],
  [
    "an attached file from Framework's own library",
    ["```js", 'import {FileAttachment as F} from "observablehq:stdlib";', "```"],
    8,
    packaged("observablehq:stdlib")
  ],
  [
    "a file fetched by hand",
    ["```js", 'const rows = await fetch("../_file/audit/people.csv");', "```"],
    8,
    uses("fetch")
  ],
  ["a module beside the page", ["```js", 'import {rows} from "./rows.js";', "```"], 8, imported("./rows.js")],
  [
    "a module of the loaders",
    ["```js", 'import {rows} from "../data/rows.js";', "```"],
    8,
    imported("../data/rows.js")
  ],
  [
    "the database itself",
    ["```js", 'import {query} from "../components/data/database.js";', "```"],
    8,
    imported("../components/data/database.js")
  ],
  ["a library from the network", ["```js", 'import d3 from "npm:d3";', "```"], 8, packaged("npm:d3")],
  [
    "a module of a data address",
    ["```js", 'const {rows} = await import("data:text/javascript,export const rows = [1]");', "```"],
    8,
    packaged("data:text/javascript,export const rows = [1]")
  ],
  [
    "a module whose name is computed",
    ["```js", 'const name = "./rows.js";', "const rows = await import(name);", "```"],
    9,
    computed
  ],
  ["the address of a file", ["```js", 'const file = import.meta.resolve("./people.csv");', "```"], 8, computed],
  ["a library that Framework fetches unasked", ["```js", "display(d3.sum([1]));", "```"], 8, implicit("d3")],
  ["a data set that Framework fetches unasked", ["```js", "display(penguins);", "```"], 8, implicit("penguins")],
  [
    "code in an attribute",
    [...imports, "```js", "display(", "  html`<button onclick=${() => print()}>Udskriv</button>`", ");", "```"],
    13,
    'Siden skriver onclick i en attribut, som browseren standser; brug addEventListener("click", …).'
  ],
  [
    "a style in an attribute",
    [...imports, "```js", 'display(html`<p style="color: red">Rød</p>`);', "```"],
    12,
    "Siden skriver style i en attribut, som browseren standser; giv elementet en klasse, og skriv udseendet i src/style."
  ],
  [
    "a query in JavaScript",
    [...imports, "```js", "const rows = await sql`SELECT 1", "FROM 'x.csv'`;", "```"],
    13,
    none("»x.csv«")
  ],
  [
    "a query in JavaScript of a whole module",
    ["```js", 'import * as n from "../components/notebook.js";', "const rows = await n.sql`FROM 'x.csv'`;", "```"],
    9,
    none("»x.csv«")
  ],
  [
    "a query in JavaScript by another name",
    [
      "```js",
      'import {sql as ask} from "../components/notebook.js";',
      "const rows = await ask`UPDATE audit_answers SET n = 1`;",
      "```"
    ],
    9,
    select
  ],
  ["a query in a list", [...imports, "- Tal:", "", "  ```sql id=rows", "  FROM 'x.csv'", "  ```"], 14, none("»x.csv«")],
  [
    "a query that also has a value",
    [...imports, "```sql id=rows", "SELECT ${1 + 1} AS n", "FROM 'x.csv'", "```"],
    13,
    none("»x.csv«")
  ],
  ["a picture", ["![Kort](people.png)"], 7, fetches("./people.png")],
  ["a picture in HTML", ['<img src="/data/people.png">'], 7, fetches("../data/people.png")],
  ["a picture in several sizes", ['<img srcset="people.png 2x">'], 7, fetches("./people.png")],
  ["a picture by its old name", ['<image src="people.png">'], 7, fetches("./people.png")],
  ["a download", ['<a href="people.csv" download>Hent</a>'], 7, fetches("./people.csv")],
  ["a film", ['<video src="people.mp4"></video>'], 7, fetches("./people.mp4")],
  ["a sound", ['<audio><source src="people.mp3"></audio>'], 7, fetches("./people.mp3")],
  ["a linked file", ['<link rel="prefetch" href="people.json">'], 7, fetches("./people.json")],
  ["a script", ['<script src="people.js"></script>'], 7, fetches("./people.js")]
];

/** Front matter, the line that is refused, and the sentence. */
const beginnings: [name: string, lines: string[], line: number, sentence: string][] = [
  [
    "tables from files",
    ["---", "title: Prøve", "sql:", "  people: ../data/workspace/people.parquet", "---"],
    3,
    "En sides indledning må ikke have sql; skriv en SQL-celle."
  ],
  ["a style", ["---", "style: ../../data/people.css", "---"], 2, appearance("style")],
  ["a theme", ["---", "title: Prøve", "theme: dark", "---"], 3, appearance("theme")],
  ["a head", ["---", "head: <link href=people.json>", "---"], 2, appearance("head")],
  ["a header", ["---", "header: <img src=people.png>", "---"], 2, appearance("header")],
  ["a footer", ["---", "footer: <img src=people.png>", "---"], 2, appearance("footer")],
  [
    "a program for front matter",
    ["---js", "{title: process.exit(7)}", "---"],
    1,
    "»---js« lader sidens indledning køre som program; skriv den som YAML mellem --- og ---."
  ]
];

const misplaced =
  "Filen er hverken en side (.md), et modul i src/components, src/domain eller src/statistics eller en stil i src/style; den hører ikke til i src.";
const undeclared =
  "Filen er ingen af dem, som projektet erklærer; src/data har tabellerne i data-loaders/tables og webstedets oplysninger.";
const strange = (name: string) =>
  `Modulet importerer »${name}«, som hverken er et modul i src eller en pakke i package.json.`;
const handsOn = `Filen må kun give videre, hvad load har skrevet: ${loaderText.trim().replace(/\s*\n\s*/g, " ")}`;

/** Files beside the pages. */
const files: [file: string, text: string, line: number, sentence: string, link?: string][] = [
  ["audit/loader.md.ts", "console.log('# Side');", 1, misplaced],
  ["audit/loader.md.js", "console.log('# Side');", 1, misplaced],
  ["audit/loader.md.py", "print('# Side')", 1, misplaced],
  ["audit/people.json.ts", "console.log('[]');", 1, misplaced],
  ["audit/[kode].csv.sh", "cat ../data/workspace/rejects.csv", 1, misplaced],
  ["audit/people.csv", "navn;alder", 1, misplaced],
  ["audit/people.zip", "PK", 1, misplaced],
  ["audit/rows.js", "export const rows = [];", 1, misplaced],
  ["components/people.js", "export const rows = [];", 1, misplaced],
  ["data/people.parquet.ts", "console.log('[]');", 1, undeclared],
  ["data/people.json.py", "print('[]')", 1, undeclared],
  ["data/[table].json.ts", "console.log('[]');", 1, undeclared],
  ["data/means.parquet", "PAR1", 1, undeclared],
  ["data/means.parquet.ts", loaderText, 1, undeclared],
  ["data/[table].parquet.ts", `${loaderText}console.log(1);\n`, 1, handsOn],
  ["data/[facts].json.ts", "console.log('[]');", 1, handsOn],
  ["audit/my.observablehq/page.md", "```js\nFileAttachment('people.csv');\n```\n", 2, uses("FileAttachment")],
  ["audit/link.md", "", 1, "Genvejen fører et andet sted hen; læg filen selv i src.", "settings.yaml"],
  [
    "components/people.ts",
    'import {FileAttachment} from "observablehq:stdlib";\n\nexport const people = () => FileAttachment("../data/people.json").json();\n',
    3,
    "Modulet henter »../data/people.json«, som ikke er en af de filer, src/data erklærer."
  ],
  [
    "components/beside.ts",
    'import {FileAttachment} from "observablehq:stdlib";\n\nexport const site = () => FileAttachment("./data/site.json").json();\n',
    3,
    "Modulet henter »./data/site.json«, som ikke er en af de filer, src/data erklærer."
  ],
  [
    "components/outside.ts",
    'import {rows} from "../../data/workspace/rows.js";\n\nexport const all = rows;\n',
    1,
    "Modulet kan ikke læses eller henter noget uden for src: non-local import: ../../data/workspace/rows.js (1:0)"
  ],
  [
    "components/pageModule.ts",
    'import {rows} from "../audit/rows.js";\n\nexport const all = rows;\n',
    1,
    strange("../audit/rows.js")
  ],
  [
    "statistics/machine.ts",
    'import {readFileSync} from "node:fs";\n\nexport const all = readFileSync("x");\n',
    1,
    strange("node:fs")
  ],
  [
    "style/people.css",
    'a { color: red; }\nb { background: url("../../data/people.png"); }\n',
    2,
    "Stilen henter »../../data/people.png«; brug kun stile i src/style og i pakker."
  ],
  [
    "style/more.css",
    '@import "../../data/people.css";\n',
    1,
    "Stilen henter »../../data/people.css«; brug kun stile i src/style og i pakker."
  ]
];

export const ways: Way[] = [
  ...queries.map(([sql, line, sentence], i) => ({
    name: `the query ${sql.replace(/\s+/g, " ")}`,
    file: `audit/sql-${i}.md`,
    text: [...head, ...imports, "```sql id=rows", sql, "```", ""].join("\n"),
    refused: `${11 + line}: ${sentence}`
  })),
  ...pages.map(([name, lines, line, sentence], i) => ({
    name,
    file: `audit/side-${i}.md`,
    text: [...head, ...lines, ""].join("\n"),
    refused: `${line}: ${sentence}`
  })),
  ...beginnings.map(([name, lines, line, sentence], i) => ({
    name,
    file: `audit/hoved-${i}.md`,
    text: [...lines, "", "# Prøve", ""].join("\n"),
    refused: `${line}: ${sentence}`
  })),
  ...files.map(([file, text, line, sentence, link]) => ({
    name: `the file ${file}`,
    file,
    text,
    refused: `${line}: ${sentence}`,
    ...(link && {link})
  }))
];

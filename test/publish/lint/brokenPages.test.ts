import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {lintPage} from "../../../publish/lint/lintPage.js";
import {checkout} from "../../support/project.js";
import {words} from "../pages/vocabulary.js";
import {smallSession} from "../session.js";

let session: Session;
beforeAll(async () => {
  session = await smallSession();
  // A published table, some of whose numbers are hidden.
  await session.run(`CREATE TABLE audit_answers AS
    FROM (VALUES ('gp', 1, 10, 25::DOUBLE, 'shown'), ('chiropractor', 1, NULL, NULL, 'hidden')) t(profession, round, n, percent, status)`);
  await session.run("CREATE TABLE codebook (profession VARCHAR)");
});
afterAll(() => session.close());

const imports = [
  "```js",
  'import {Inputs, Plot, choiceBar, choose, chosenText, html, percent, sql} from "../components/notebook.js";',
  "```",
  "```js",
  "const {profession} = view(choiceBar({profession: choose('profession')}));",
  "```",
  "```sql id=rows",
  "SELECT profession, n, percent, status FROM audit_answers WHERE profession <> ${profession}",
  "```"
];
const cell = (...lines: string[]) => ["```js", ...lines, "```"];
const query = (...lines: string[]) => ["```sql id=asked", ...lines, "```"];

/** What lint says of a page that begins with the cells above and goes on from its tenth line. */
async function found(...lines: string[]): Promise<string[]> {
  const page = {path: "audit/x.md", text: [...imports, ...lines].join("\n"), draft: false};
  const problems = await lintPage(page, {root: checkout, session, words});
  return problems.map(({line, column = 1, severity, message}) => `${line}:${column} ${severity} ${message}`);
}

const broken: [name: string, lines: string[], said: string[]][] = [
  [
    "a name nobody defines",
    cell("display(Inputs.table(rowz));"),
    ["11:22 error Ingen celle definerer rowz; mente du rows?"]
  ],
  [
    "a column that the answer does not have, of one row, of each, and of a chart",
    cell(
      "const first = rows[0].percnt;",
      "const shares = rows.filter((row) => row.status === 'shown').map(({percent, antal}) => percent / antal);",
      'display(Plot.plot({marks: [Plot.barX(rows, {x: "percent", y: "proffesion"})]}));',
      "display(rows.find((row) => row.n > 5)?.title);",
      "rows.forEach((row) => (row.label = row.profession));"
    ),
    [
      "11:23 error Svaret har ingen kolonne »percnt«; mente du percent?",
      "12:76 error Svaret har ingen kolonne »antal«; det har profession, n, percent, status.",
      "13:62 error Svaret har ingen kolonne »proffesion«; mente du profession?",
      "14:40 error Svaret har ingen kolonne »title«; det har profession, n, percent, status."
    ]
  ],
  [
    "links to pages that are not there",
    ["Se [variation](./variaton), [metoden](../metode/), [området](../register/omraade/0101) og [alt](../dat#her)."],
    [
      "10:1 warning Linket »./variaton« fører til en side, der ikke er der; mente du variation?",
      "10:1 warning Linket »../dat#her« fører til en side, der ikke er der; mente du data?"
    ]
  ],
  [
    "a name nobody defines, in a sentence",
    ["Der er ${rows.length}, heraf ${antal} nye."],
    ["10:32 error Ingen celle definerer antal; definér det, eller importér det."]
  ],
  [
    "a name that every window has, and no cell defines",
    cell("display(rows.filter((row) => row.status === status));"),
    ["11:45 error Ingen celle definerer status; definér det, eller importér det."]
  ],
  [
    "a choice that the page does not offer",
    query("SELECT n FROM counts WHERE 1 < 2", "  AND round = ${round}"),
    ['12:17 error Ingen celle definerer round; giv siden valget med choose("round").']
  ],
  [
    "two cells of one name",
    ["```sql id=rows", "SELECT 1 AS n", "```"],
    ["11:1 error To celler definerer rows, den anden i linje 8; giv den ene et andet navn."]
  ],
  [
    "a name that two cells define",
    cell("const {profession} = {};"),
    ["11:8 error To celler definerer profession, den anden i linje 5; giv den ene et andet navn."]
  ],
  [
    "a choice by a name that is not there",
    cell('const measured = view(choose("proffesion"));'),
    ["11:30 error choose kender ikke valget »proffesion«; mente du profession?"]
  ],
  [
    "a choice of the registers among the audit's",
    cell('const when = view(choose("period"));'),
    ["11:26 error choose kender ikke valget »period«; det hører til registrene, så brug chooseRegister."]
  ],
  [
    "a default that a choice does not have",
    cell('const of = view(choose("profession", {value: "gpp"}));'),
    ["11:46 error »gpp« er ingen af værdierne i valget profession; mente du gp?"]
  ],
  [
    "a choice in a title by a name that is not there",
    cell("display(html`<p>${chosenText({profesion: profession})}`);"),
    ["11:31 error chosenText kender ikke valget »profesion«; mente du profession?"]
  ],
  [
    "an import of a name that the module does not export",
    cell('import {intervall} from "../components/notebook.js";'),
    ["11:9 error ../components/notebook.js har ikke noget, der hedder intervall; mente du interval?"]
  ],
  [
    "an import from a file that is not there",
    cell('import {range} from "../components/rows/rang.js";'),
    ['11:21 error Der er ingen fil src/components/rows/rang.ts; mente du "../components/rows/range.js"?']
  ],
  [
    "an import from the wrong folder",
    cell('import {valueOrRange} from "./components/rows/range.js";'),
    [
      "11:1 error Siden importerer »./components/rows/range.js«; importér kun fra src/components og src/parameters, og spørg med sql.",
      '11:28 error Der er ingen fil src/audit/components/rows/range.ts; mente du "../components/rows/range.js"?'
    ]
  ],
  [
    "a mark that Plot does not have",
    cell('display(Plot.plot({marks: [Plot.barx(rows, {x: "n"})]}));'),
    ["11:33 error Plot har ikke noget, der hedder barx; mente du barX?"]
  ],
  [
    "a name of Framework's own",
    cell("display(d3.max(rows));"),
    ["11:1 error Siden bruger d3 uden at importere det, så Framework ville hente sin egen fra nettet."]
  ],
  [
    "a parenthesis too few",
    cell("const shown = 1;", "", "display(rows.filter((row) => row.n > 1);"),
    [
      "13:40 error Cellen kan ikke læses: her står noget, der ikke hører til; mangler der en parentes, et komma eller et }."
    ]
  ],
  [
    "a text without its end",
    cell('const word = "gp;', "display(word);"),
    ["11:14 error Cellen kan ikke læses: teksten mangler sit afsluttende anførselstegn."]
  ],
  [
    "a name of another cell that is changed",
    cell("profession = 1;"),
    ["11:1 error Cellen kan ikke læses: profession er defineret i en anden celle og kan ikke ændres i denne."]
  ],
  [
    "an expression of a sentence that cannot be read",
    ["- Der er ${rows.length + } rækker."],
    ["10:12 error Cellen kan ikke læses: mellem ${ og } står ikke ét udtryk."]
  ],
  [
    "an expression that does not end",
    ["Der er ${rows.length rækker."],
    ["10:8 error Udtrykket er ikke lukket: } mangler."]
  ],
  [
    "a query without its end, before another cell",
    ["```sql id=asked", "SELECT n FROM counts", "", ...cell("display(asked);")],
    ["10:1 error Cellen er ikke lukket: ``` mangler."]
  ],
  [
    "a cell without its end, last on the page",
    ["~~~js", "display(rows);"],
    ["10:1 error Cellen er ikke lukket: ~~~ mangler."]
  ],
  [
    "a query that nothing answers",
    query("SELECT n FROM counts", "WHERE profession = 'gpp'"),
    [
      "11:1 warning Cellen giver ingen rækker, så det, der vises af den, er tomt; se efter, om betingelserne passer til tabellen."
    ]
  ],
  [
    "an answer longer than anybody reads",
    query("SELECT a.range::INTEGER AS n FROM range(10001) a"),
    [
      "11:1 warning Cellen giver mere end 10.000 rækker, som ingen læser og en browser er længe om; tæl sammen, eller sæt en LIMIT."
    ]
  ],
  [
    "an answer longer than a page gets",
    query("SELECT a.range::INTEGER AS n FROM range(1000000000) a"),
    [
      "11:1 error Cellen giver mere end 100.000 rækker, som er det meste, en side får; tæl sammen med GROUP BY, eller spørg om færre med WHERE eller LIMIT."
    ]
  ],
  [
    "a query with a column that is not there, after another cell's",
    query("SELECT r.n, c.m FROM rows r JOIN counts c USING (profession)"),
    ["11:13 error »c« har ingen kolonne »m«. Mente du n?"]
  ],
  [
    "PIVOT without its values",
    query("PIVOT counts ON profession USING sum(n)::INTEGER"),
    [
      "11:1 error En celle må kun være én SELECT, der læser de offentliggjorte tabeller. Giv PIVOT sine værdier: ON profession IN ('gp', …)."
    ]
  ],
  [
    "a hidden number as 0 in SQL",
    query("SELECT profession,", "  coalesce(percent, 0) AS percent, status FROM audit_answers"),
    ["12:12 warning Et skjult tal i percent bliver til 0 her; lad det være tomt, og vis status."]
  ],
  [
    "a hidden number as 0 in a case",
    query("SELECT CASE WHEN n IS NULL THEN 0 ELSE n END AS n, status FROM audit_answers"),
    ["11:8 warning Et skjult tal i n bliver til 0 her; lad det være tomt, og vis status."]
  ],
  [
    "a hidden number as 0 by other functions",
    query(
      "SELECT ifnull(n, 0) AS n, greatest(percent, 0) AS percent,",
      "  if(n IS NOT NULL, n, 0) AS m, status FROM audit_answers"
    ),
    [
      "11:15 warning Et skjult tal i n bliver til 0 her; lad det være tomt, og vis status.",
      "11:27 warning Et skjult tal i percent bliver til 0 her; lad det være tomt, og vis status.",
      "12:6 warning Et skjult tal i n bliver til 0 her; lad det være tomt, og vis status."
    ]
  ],
  [
    "a name of the notebook that is not imported",
    cell("display(count(3));"),
    ["11:9 error Ingen celle definerer count; importér det fra components/notebook.js."]
  ],
  [
    "a module that is asked for later, and is not there",
    cell('const {x} = await import("../components/rows/nothing.js");'),
    ["11:26 error Der er ingen fil src/components/rows/nothing.ts; ret stien efter from."]
  ],
  [
    "a mean of what is shown alone",
    query("SELECT avg(percent) AS snit FROM audit_answers"),
    ["11:8 warning avg(percent) regner uden de rækker, hvis tal er skjult, uden at sige det; spørg også om status."]
  ],
  [
    "a hidden number as 0 in JavaScript",
    cell(
      "const shown = rows.map((row) => row.percent ?? 0);",
      "const n = rows.map((row) => (row.n === null ? 0 : row.n));"
    ),
    [
      "11:33 warning Et skjult tal i percent bliver til 0 her; lad det være tomt, og vis status.",
      "12:30 warning Et skjult tal i n bliver til 0 her; lad det være tomt, og vis status."
    ]
  ],
  [
    "a sum in a loop, and a number made of what is hidden",
    cell("let sum = 0;", "for (const row of rows) sum += row.n;", "display(Number(rows[0].percent));"),
    [
      "12:25 warning Her regnes med n, hvor skjulte tal er tomme, uden et ord om dem; spørg også om status.",
      "13:9 warning Et skjult tal i percent bliver til 0 her; lad det være tomt, og vis status."
    ]
  ],
  [
    "a sum by hand, in which hidden numbers are 0",
    cell("const total = rows.reduce((sum, row) => sum + row.n, 0) / rows.filter((row) => row.n !== null).length;"),
    ["11:15 warning Her regnes med n, hvor skjulte tal er tomme, uden et ord om dem; spørg også om status."]
  ]
];

describe("lint names by line and column", () => {
  test.each(broken)("%s", async (_, lines, said) => expect(await found(...lines)).toEqual(said));
});

describe("lint has nothing to say of", () => {
  test.each([
    [
      "names of the browser, and of functions of the cell's own",
      cell("const f = (rowz) => rowz + localStorage.length;", "display(f(1));")
    ],
    ["a name that stands after the cell that uses it", [...cell("display(later);"), ...cell("const later = 1;")]],
    [
      "a block that shows how a cell is written",
      ["````md", "```js", "display(rowz);", "```", "````", "", "```js run=false", "rowz;", "```"]
    ],
    ["an expression that is told to be text", ["Skriv \\${profession} i cellen, og `${round}` som kode."]],
    [
      "a mean whose query asks what is hidden",
      query("SELECT status, avg(percent) AS snit FROM audit_answers GROUP BY status")
    ],
    ["what is empty for another reason", query("SELECT profession, coalesce(n, 0) AS n FROM counts")],
    [
      "a sum of rows that are all shown",
      cell(
        "const shown = rows.filter((row) => row.n !== null);",
        "display(shown.reduce((sum, row) => sum + row.n, 0));"
      )
    ],
    ["no rows of a table without any", query("SELECT profession FROM codebook")],
    ["every row of ten thousand", query("SELECT range::INTEGER AS n FROM range(10000)")]
  ])("%s", async (_, lines) => expect(await found(...lines)).toEqual([]));
});

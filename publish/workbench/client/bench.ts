import {element} from "../../../src/components/dom/dom.js";
import {download} from "../../../src/components/dom/download.js";
import {csv} from "../../../src/components/tables/csv.js";
import type {Chosen, ParameterName} from "../../../src/parameters.js";
import {namesRead, unpublishedRead} from "../../pages/namedCells.js";
import type {Answer} from "../bench.js";
import {ask, NotAnswered, takeToken} from "./ask.js";
import {catalogueTree} from "./catalogueTree.js";
import {formatted} from "../formatted.js";
import {cellEditor, type CellEditor} from "./cellEditor.js";
import {question} from "./dialogs.js";
import {figurePane} from "./figurePane.js";
import {choice, choiceNames, knowledgeOf, type Knowledge} from "../knowledge.js";
import {resultTable} from "./resultTable.js";
import {keepNotebook, readNotebook, type BenchCell} from "./store.js";
import {counted, duration, isNumeric} from "../words.js";

/** A cell on the page. */
interface Shown {
  cell: BenchCell;
  dom: HTMLElement;
  editor: CellEditor;
  status: HTMLElement;
  answer?: Answer;
}

takeToken();
const notebook = readNotebook();
let knowledge: Knowledge | undefined;
let shown: Shown[] = [];
let current: Shown | undefined;
let pane: "table" | "figure" = "table";
let runs = 0;

const choices = element("div", {class: "choices"});
const cells = element("div", {class: "cells"});
const results = element(
  "section",
  {class: "results", "aria-label": "Svar"},
  element("p", {class: "nothing"}, "Kør en celle med Ctrl-Enter.")
);
const tree = element("aside", {class: "tree"}, element("p", {class: "nothing"}, "Henter tabellerne …"));
const bar = element("div", {class: "bar", role: "alert", hidden: true});
const stopping = button("Stop", "Stop det, der kører", () => void ask("stop"));
stopping.disabled = true;

document.body.append(
  element(
    "header",
    {},
    element("a", {href: "/", class: "home"}, "Rygatlas"),
    element("h1", {}, "Værkstedet"),
    choices,
    element(
      "div",
      {class: "actions"},
      stopping,
      button("Kør alle", "Kør alle celler, ovenfra", () => void runAll()),
      button("Gem som kladde", "Skriv cellerne som en side, der ikke offentliggøres", saveDraft, "primary")
    )
  ),
  bar,
  element(
    "div",
    {class: "tabs", role: "tablist"},
    ...(["Tabeller", "Celler", "Svar"] as const).map((label, i) => tab(label, i))
  ),
  element(
    "main",
    {"data-tab": "1"},
    tree,
    element(
      "section",
      {class: "notebook", "aria-label": "Celler"},
      cells,
      button("+ Celle", "Ny celle", () => addCell({id: "", query: ""}).editor.focus(), "add")
    ),
    results
  )
);

for (const cell of notebook.cells) addCell(cell, false);
select(shown[0]!);
void start();

async function start(): Promise<void> {
  try {
    knowledge = knowledgeOf(await ask("catalogue"), (column) => ask("profile", column));
    tree.replaceChildren(catalogueTree(knowledge, insert));
    drawChoices();
    bar.hidden = true;
  } catch (error) {
    tell((error as Error).message);
  }
}

function tell(sentence: string): void {
  bar.textContent = sentence;
  bar.hidden = false;
}

function button(label: string, title: string, act: () => void, kind = ""): HTMLButtonElement {
  const made = element("button", {type: "button", title, class: kind || null}, label);
  made.addEventListener("click", act);
  return made;
}

function tab(label: string, i: number): HTMLElement {
  return button(label, label, () => (document.querySelector("main")!.dataset.tab = String(i)), `tab tab-${i}`);
}

function changed(): void {
  notebook.cells = shown.map(({cell}) => cell);
  keepNotebook(notebook);
  for (const one of shown) frame(one);
  drawChoices();
}

/** Red as long as a cell, or one that it reads, touches what may not be published. */
function frame(one: Shown): void {
  const touched = touches(one.cell, []);
  one.dom.classList.toggle("unprotected", touched.length > 0);
  one.dom.querySelector(".warning")!.textContent =
    touched.length > 0 ? `må ikke offentliggøres: ${touched.join(", ")}` : "";
  (one.dom.querySelector(".protected-button") as HTMLButtonElement).hidden = !touched.some((name) =>
    name.startsWith("before.")
  );
  (one.dom.querySelector(".table-button") as HTMLButtonElement).hidden = !touched.some((name) =>
    name.startsWith("people.")
  );
}

function touches({query}: BenchCell, seen: BenchCell[]): string[] {
  const others = shown
    .map(({cell}) => cell)
    .filter((cell) => cell.id !== "" && namesRead(query).includes(cell.id.toLowerCase()) && !seen.includes(cell));
  return [...new Set([...unpublishedRead(query), ...others.flatMap((cell) => touches(cell, [...seen, cell]))])];
}

function addCell(cell: BenchCell, save = true): Shown {
  const id = element("input", {
    class: "id",
    value: cell.id,
    placeholder: "navn",
    "aria-label": "Cellens navn",
    spellcheck: "false",
    autocomplete: "off",
    size: 12
  });
  const status = element("p", {class: "status", role: "status"});
  const warning = element("p", {class: "warning"});
  const one: Shown = {
    cell,
    status,
    dom: element("article", {class: "cell"}),
    editor: cellEditor({
      text: cell.query,
      label: "Forespørgsel",
      surroundings: {
        knowledge: () => knowledge,
        show,
        cells: () =>
          shown
            .filter((other) => other !== one && other.cell.id !== "")
            .map((other) => ({id: other.cell.id, columns: other.answer?.columns.map(({name}) => name) ?? []}))
      },
      changed: (text) => {
        cell.query = text;
        changed();
      },
      run: (next) => {
        void run(one);
        if (next) (shown[shown.indexOf(one) + 1] ?? addCell({id: "", query: ""})).editor.focus();
      }
    })
  };
  id.addEventListener("input", () => {
    id.setCustomValidity(/^([a-z_]\w*)?$/i.test(id.value) ? "" : "Bogstaver, cifre og _");
    if (!id.reportValidity()) return;
    cell.id = id.value;
    changed();
  });
  one.dom.append(
    element(
      "div",
      {class: "cell-head"},
      id,
      button("Kør", "Kør cellen (Ctrl-Enter)", () => void run(one), "run"),
      button(
        "Vis beskyttet",
        "Spørg de offentliggjorte tabeller om det samme",
        () => void run(one, "protected"),
        "protected-button"
      ),
      button(
        "Gør til tabel",
        "Skriv en tabel, som beskyttes og offentliggøres",
        () => declareTable(one),
        "table-button"
      ),
      button("Formatér", "Formatér (Shift-Alt-F)", () => one.editor.write(formatted(one.editor.text())), "quiet"),
      button("✕", "Fjern cellen", () => remove(one), "quiet remove")
    ),
    one.editor.dom,
    warning,
    status
  );
  one.dom.addEventListener("focusin", () => select(one));
  shown.push(one);
  cells.append(one.dom);
  if (save) changed();
  else frame(one);
  return one;
}

/** Goes to the cell of a name, or opens its table to the left. */
function show(word: string): void {
  const cell = shown.find(({cell: {id}}) => id !== "" && id.toLowerCase() === word.toLowerCase());
  if (cell) return cell.editor.focus();
  const item = tree.querySelector<HTMLDetailsElement>(`details[data-name="${CSS.escape(word)}"]`);
  if (!item) return;
  document.querySelector("main")!.dataset.tab = "0";
  item.closest<HTMLDetailsElement>(".group")!.open = true;
  item.open = true;
  item.scrollIntoView({block: "start"});
}

function remove(one: Shown): void {
  shown = shown.filter((other) => other !== one);
  one.dom.remove();
  if (shown.length === 0) addCell({id: "", query: ""});
  if (current === one) select(shown[0]!);
  changed();
}

function insert(name: string): void {
  const one = current ?? shown[0]!;
  const text = one.editor.text();
  const table = knowledge?.tables.has(name) === true;
  one.editor.write(
    text.trim() === "" && table ? `SELECT *\nFROM ${name}\nLIMIT 100` : `${text.replace(/\s*$/, "")} ${name}`
  );
  one.editor.focus();
}

async function runAll(): Promise<void> {
  for (const one of shown) if (one.cell.query.trim() !== "") await run(one);
}

async function run(one: Shown, how: "run" | "protected" = "run"): Promise<void> {
  select(one);
  if (one.cell.query.trim() === "") return;
  one.dom.classList.add("running");
  one.status.className = "status";
  one.status.textContent = "Kører …";
  stopping.disabled = ++runs === 0;
  const asking = askingOf(one);
  try {
    const answer = await ask(how, asking);
    const before = one.answer;
    one.answer = answer;
    one.status.textContent = statusText(answer) + (how === "protected" ? protectionText(before, answer) : "");
    if (how === "protected") one.status.classList.add("protected");
    if (current === one) showAnswer(one);
    document.querySelector("main")!.dataset.tab = "2";
    bar.hidden = true;
  } catch (error) {
    const line = error instanceof NotAnswered ? error.line : undefined;
    one.status.className = "status fault";
    one.status.textContent = `${line === undefined ? "" : `Linje ${line}: `}${(error as Error).message}`;
  } finally {
    one.dom.classList.remove("running");
    stopping.disabled = --runs === 0;
  }
}

function askingOf(one: Shown) {
  return {
    cells: shown.map(({cell: {id, query}}) => ({...(id && {id}), query})),
    index: shown.indexOf(one),
    chosen: notebook.chosen
  };
}

function statusText({rows, cut, hidden, milliseconds}: Answer): string {
  return [
    cut ? `de første ${counted(rows, "række", "rækker")}` : counted(rows, "række", "rækker"),
    ...(hidden === undefined ? [] : [counted(hidden, "skjult", "skjulte")]),
    duration(milliseconds)
  ].join(" · ");
}

/** What protection takes: numbers that the rows before it have. */
function protectionText(before: Answer | undefined, {hidden, rows}: Answer): string {
  const fewer = before && before.rows !== rows ? `, ${counted(before.rows, "række", "rækker")} før` : "";
  return ` · beskyttet udgave: ${hidden === undefined ? "ingen status i svaret" : hidden === 0 ? "intet er skjult" : `${counted(hidden, "række mister", "rækker mister")} sine tal`}${fewer}`;
}

function select(one: Shown): void {
  if (current === one) return;
  current?.dom.classList.remove("current");
  current = one;
  one.dom.classList.add("current");
  if (one.answer) showAnswer(one);
}

function showAnswer(one: Shown): void {
  const answer = one.answer!;
  const inSight = element("span", {class: "in-sight"});
  const name = one.cell.id || `rows${shown.indexOf(one) + 1}`;
  const kinds = (["table", "figure"] as const).map((kind) =>
    button(
      kind === "table" ? "Tabel" : "Figur",
      kind === "table" ? "Svaret som tabel" : "Svaret som figur",
      () => {
        pane = kind;
        showAnswer(one);
      },
      pane === kind ? "chosen" : ""
    )
  );
  const body =
    pane === "table"
      ? resultTable(answer, {
          meaning: (column) => meaningOf(column),
          counted: (total) =>
            (inSight.textContent = total === answer.rows ? "" : `${counted(total, "række", "rækker")} vist`)
        })
      : figurePane(answer, {
          chart: one.cell.chart,
          name,
          changed: (chart) => {
            one.cell.chart = chart;
            changed();
          }
        });
  results.classList.toggle("unprotected", answer.unprotected.length > 0);
  results.replaceChildren(
    element(
      "div",
      {class: "results-head"},
      element("h2", {}, name),
      element("div", {class: "kinds", role: "group", "aria-label": "Vis svaret som"}, ...kinds),
      inSight,
      element("span", {class: "summary"}, statusText(answer)),
      // What may not be published leaves the bench as a table of the site alone.
      answer.unprotected.length === 0 ? button("CSV", "Hent svaret som CSV", () => void saveCsv(answer, name)) : null
    ),
    ...(answer.unprotected.length > 0
      ? [element("p", {class: "warning"}, `må ikke offentliggøres: ${answer.unprotected.join(", ")}`)]
      : []),
    ...(answer.cut
      ? [element("p", {class: "cut"}, "Svaret er større, end der gemmes; skriv LIMIT, eller spørg om mindre.")]
      : []),
    body
  );
}

async function saveCsv(answer: Answer, name: string): Promise<void> {
  const rows: unknown[][] = [];
  do rows.push(...(await ask("window", {result: answer.result, view: {}, from: rows.length, count: 1000})).rows);
  while (rows.length < answer.rows);
  const columns = answer.columns.map((column) => ({field: column.name, label: column.name}));
  const objects = rows.map((row) => Object.fromEntries(columns.map(({field}, i) => [field, row[i]])));
  download(new Blob([csv(objects, columns)], {type: "text/csv"}), `${name}.csv`);
}

function meaningOf(column: string): string | undefined {
  for (const table of knowledge?.tables.values() ?? []) {
    const found = table.columns.find(({name}) => name === column);
    if (found?.meaning) return `${column}: ${found.meaning}`;
  }
  return undefined;
}

/** The choices that the cells read. */
function drawChoices(): void {
  if (!knowledge) return;
  const used = choiceNames.filter((name) => shown.some(({cell}) => cell.query.includes(`\${${name}}`)));
  const key = `${used.join(" ")} ${JSON.stringify(notebook.chosen)}`;
  if (choices.dataset.key === key) return;
  choices.dataset.key = key;
  choices.replaceChildren(...used.map((name) => chooser(name)));
}

function chooser(name: ParameterName): HTMLElement {
  const {label, choices: offered} = choice(name, knowledge!.words, notebook.chosen as Chosen);
  const input = element(
    "select",
    {},
    ...offered.map(({value, label}) => element("option", {value, selected: notebook.chosen[name] === value}, label))
  );
  input.addEventListener("change", () => {
    notebook.chosen = {...notebook.chosen, [name]: input.value};
    changed();
    void (async () => {
      for (const one of shown) if (one.answer && one.cell.query.includes(`\${`)) await run(one);
    })();
  });
  return element("label", {}, element("span", {}, label), input);
}

function saveDraft(): void {
  const written = shown.map(({cell}) => cell).filter(({query}) => query.trim() !== "");
  question(
    "Gem som kladde",
    "Cellerne og deres figurer bliver en side i src med draft: true. Forhåndsvisningen viser den; bygningen tager den ikke med.",
    [
      {name: "title", label: "Sidens titel", value: "Kladde"},
      {name: "path", label: "Adresse under src", value: "kladder/min-kladde", note: "små bogstaver, cifre, - og /"}
    ],
    "Skriv siden",
    async ({title, path}) => {
      const {file, address} = await ask("draft", {
        title: title!,
        path: path!,
        cells: written.map(({id, query, chart}) => ({...(id && {id}), query, ...(chart && {chart})}))
      });
      return element("span", {}, `${file} er skrevet. `, element("a", {href: address, target: "_blank"}, "Åbn siden"));
    }
  );
}

function declareTable(one: Shown): void {
  const columns = one.answer?.columns;
  if (!columns) {
    one.status.className = "status fault";
    one.status.textContent = "Kør cellen først, så kolonnerne kendes.";
    return;
  }
  const numbers = columns.filter((column) => isNumeric(column) && column.type !== "DOUBLE").map(({name}) => name);
  const unknown = columns.map(({name}) => name).filter((name) => !meaningOf(name));
  question(
    "Gør til tabel",
    "Skriver en tabel i data-loaders/tables med sin test. npm run load beregner, beskytter og offentliggør den; porten prøver den som de andre.",
    [
      {
        name: "name",
        label: "Tabellens navn",
        value: one.cell.id ? `audit_${one.cell.id}` : "audit_ny",
        note: "små bogstaver, cifre og _"
      },
      {name: "title", label: "Titel på dansk"},
      {name: "counted", label: "Kolonnen, der tæller personer", value: numbers.at(-1) ?? "", options: numbers},
      ...unknown
        .filter((name) => !numbers.includes(name))
        .map((name) => ({name: `meaning ${name}`, label: `Hvad ${name} betyder`}))
    ],
    "Skriv tabellen",
    async ({name, title, counted: people, ...given}) => {
      const meanings = Object.fromEntries(
        Object.entries(given).map(([key, value]) => [key.replace("meaning ", ""), value])
      );
      const {files, finished} = await ask("table", {
        asking: askingOf(one),
        name: name!,
        title: title!,
        counted: people!,
        meanings
      });
      return `${files.join(" og ")} er skrevet${finished ? "" : "; testen mangler de rækker, tabellen skal give, og fejler, til du skriver dem"}. Kør npm run load.`;
    }
  );
}

import type {Session} from "../../data-loaders/engine/session.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {qualified, schemas, type CatalogueTable, type Schema} from "../../data-loaders/load/catalogue.js";
import {mostRows} from "../../src/components/data/cellRules.js";
import type {Vocabulary} from "../../src/parameters.js";
import {readQuery, RefusedQuery} from "../answers/query.js";
import {duckdbError} from "../answers/runCell.js";
import {readVocabulary} from "../pages/vocabulary.js";
import {askedQuery, type AskedQuery, type Asking} from "./askedCell.js";
import {openWorkspace, workspaceStamp, type Workspace} from "./openWorkspace.js";
import {profileOf, type Profile} from "./profile.js";
import {
  columnsOf,
  forgetResult,
  hiddenIn,
  keepResult,
  windowOf,
  type ResultColumn,
  type Rows,
  type View,
  type Views
} from "./results.js";
import {writeDraft, type Draft} from "./writeDraft.js";
import {writeTable, type NewTable} from "./writeTable.js";

/** What the bench shows to the left. */
export interface Offered {
  groups: {schema: Schema; label: string; tables: OfferedTable[]}[];
  /** What the site's choices are made from. */
  words: Vocabulary;
}

export interface OfferedTable {
  /** As queries name it. */
  name: string;
  title: string;
  columns: {name: string; type: string; meaning: string; unit?: string; counts?: string}[];
}

/** What a cell answered. */
export interface Answer {
  /** The name of the answer, for its other rows. */
  result: string;
  columns: ResultColumn[];
  rows: number;
  /** Whether there were more rows than are kept. */
  cut: boolean;
  /** How many rows have a number that protection hides; absent where none can be hidden. */
  hidden?: number;
  milliseconds: number;
  /** What was read that may not be published: tables before protection, and tables on people. */
  unprotected: string[];
  first: Rows;
}

/** What a cell of a draft page gets: no more rows than a page may have, and how many there are. */
export interface PageRows extends Pick<Rows, "rows" | "total"> {
  columns: ResultColumn[];
}

/** Why a cell has no answer: in words, and at which of its lines, from 1. */
export interface Fault {
  error: string;
  line?: number;
}

/** The endpoints of the bench: what each takes and gives. */
export interface Bench {
  catalogue(): Promise<Offered>;
  run(asking: Asking): Promise<Answer | Fault>;
  /** The same of the published tables instead of those before protection. */
  protected(asking: Asking): Promise<Answer | Fault>;
  /** The rows of a query of a draft page, which may read what is never published. */
  ask(asked: {text: string; values: unknown[]}): Promise<PageRows | Fault>;
  window(asked: {result: string; view: View; from: number; count: number}): Promise<Rows>;
  profile(asked: {table: string; column: string}): Promise<Profile>;
  /** Stops what is running. */
  stop(): Promise<{stopped: number}>;
  draft(draft: Draft): Promise<{file: string; address: string}>;
  table(table: NewTable & {asking: Asking}): Promise<{files: string[]; finished: boolean}>;
  close(): void;
}

/** How many answers are kept to be looked at. */
const mostResults = 20;

/**
 * Opens the bench on what the last load left. After another load it reads what that left.
 * @param options.seconds how long a cell may take
 */
export function openBench(settings: Settings, {seconds = 60} = {}): Bench {
  let opened: Promise<Workspace> | undefined;
  let views: Views = new Map();
  let results: string[] = [];
  let made = 0;
  const running = new Set<{session: Session; stopped?: string}>();

  async function workspace(): Promise<Workspace> {
    const now = opened && (await opened.catch(() => undefined));
    if (now?.stamp === workspaceStamp(settings)) return now;
    now?.session.close();
    [views, results] = [new Map(), []];
    return (opened = openWorkspace(settings));
  }

  async function answer({text, values}: Pick<AskedQuery, "text" | "values">): Promise<Answer> {
    const {session} = await workspace();
    const {refused, read} = await readQuery(session, text);
    if (refused) throw refused;
    const started = performance.now();
    const run: {session: Session; stopped?: string} = {session: await session.another()};
    const result = `answer ${++made}`;
    const limit = setTimeout(
      () => stop(run, `Cellen blev standset efter ${seconds} sekunder; spørg om mindre.`),
      seconds * 1000
    );
    running.add(run);
    try {
      const {rows, cut} = await keepResult(run.session, result, {text, values});
      const milliseconds = performance.now() - started;
      results.push(result);
      while (results.length > mostResults) await forgetResult(run.session, views, results.shift()!);
      const columns = await columnsOf(run.session, result);
      const hidden = await hiddenIn(run.session, result, columns);
      return {
        result,
        columns,
        rows,
        cut,
        ...(hidden !== undefined && {hidden}),
        milliseconds,
        unprotected: read.filter((table) => table.includes(".")),
        first: await windowOf(run.session, views, result, {view: {}, from: 0, count: 200})
      };
    } catch (error) {
      throw run.stopped ? new RefusedQuery(run.stopped, 1) : error;
    } finally {
      clearTimeout(limit);
      running.delete(run);
      run.session.close();
    }
  }

  return {
    async catalogue() {
      const {session, tables} = await workspace();
      const types = await session.rows<{name: string; column_name: string; data_type: string}>(`
        SELECT CASE schema_name WHEN 'main' THEN '' ELSE schema_name || '.' END || table_name AS name, column_name, data_type
        FROM duckdb_columns() WHERE schema_name IN ('main', 'before', 'people') AND NOT internal ORDER BY column_index`);
      return {groups: groupsOf(tables, types), words: readVocabulary(settings)};
    },
    run: (asking) => answered(() => answer(askedQuery(asking, readVocabulary(settings)))),
    protected: (asking) =>
      answered(() => {
        const asked = askedQuery(asking, readVocabulary(settings));
        if (/\bpeople\./i.test(asked.text))
          throw new RefusedQuery(
            "Personer har ingen beskyttet udgave: gør cellen til en tabel, som beskyttes, når den beregnes.",
            1
          );
        return answer({...asked, text: asked.text.replace(/\bbefore\./gi, "")});
      }),
    async ask({text, values}) {
      const found = await answered(() => answer({text, values: values.map(String)}));
      if ("error" in found) return found;
      const {session} = await workspace();
      const {rows, total} = await windowOf(session, views, found.result, {view: {}, from: 0, count: mostRows});
      return {columns: found.columns, rows, total};
    },
    async window({result, view, from, count}) {
      const {session} = await workspace();
      if (!results.includes(result)) throw new Refusal("Svaret er glemt; kør cellen igen.");
      return windowOf(session, views, result, {view, from: whole(from), count: Math.min(whole(count), 1000)});
    },
    async profile({table, column}) {
      const {session, tables} = await workspace();
      if (!tables.some((one) => qualified(one) === table)) throw new Refusal(`Der er ingen tabel ${table}.`);
      return profileOf(session, table, column, await session.rows(`DESCRIBE ${table}`));
    },
    async stop() {
      for (const run of running) stop(run, "Cellen blev standset.");
      return {stopped: running.size};
    },
    draft: async (draft) => writeDraft(settings.root, draft),
    async table({asking, ...table}) {
      return writeTable(settings.root, askedQuery(asking, readVocabulary(settings)), table, await workspace());
    },
    close: () =>
      void opened?.then(
        ({session}) => session.close(),
        () => {}
      )
  };
}

function stop(run: {session: Session; stopped?: string}, why: string): void {
  run.stopped = why;
  run.session.connection.interrupt();
}

/** What an answer says, or why there is none. */
async function answered(ask: () => Answer | Promise<Answer>): Promise<Answer | Fault> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refusal) return {error: error.message};
    const {message, line} = duckdbError(error as Error);
    // On a page a query reads less than here.
    return {error: message.replace("de offentliggjorte tabeller", "tabellerne til venstre"), line};
  }
}

function groupsOf(
  tables: readonly CatalogueTable[],
  types: readonly {name: string; column_name: string; data_type: string}[]
): Offered["groups"] {
  return (Object.keys(schemas) as Schema[]).map((schema) => ({
    schema,
    label: schemas[schema],
    tables: tables
      .filter((table) => table.schema === schema)
      .map((table) => ({
        name: qualified(table),
        title: table.title,
        columns: types
          .filter(({name}) => name === qualified(table))
          .map(({column_name: name, data_type: type}) => ({name, type, meaning: "", ...table.columns[name]}))
      }))
  }));
}

function whole(value: unknown): number {
  return Math.max(0, Math.trunc(Number(value)) || 0);
}

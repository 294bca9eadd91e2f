/** A query, and the name that other cells of its page read it by. */
export interface NamedQuery {
  id?: string | undefined;
  query: string;
}

/** A piece of a query: a word or a quoted name, one other sign, or what no name stands in. */
interface Token {
  kind: "name" | "sign" | "silent" | "text";
  text: string;
  start: number;
}

/**
 * The queries of a page, each with those of other cells that it reads put before it: `FROM rows` where a cell has
 * `id=rows` becomes `WITH rows AS (…) FROM rows`, on the query's own first line, so that every line keeps its number.
 * Preview, lint, publish and the gate all ask what is made here. A published table goes before a cell of its name.
 * @param tables the names of tables, which no cell stands for
 */
export function withCellsRead(cells: readonly NamedQuery[], tables: ReadonlySet<string>): string[] {
  const named = new Map<string, {id: string; query: string; reads: string[]}>();
  for (const {id, query} of cells) {
    const name = id?.toLowerCase();
    if (name && !tables.has(name) && !named.has(name)) named.set(name, {id: id!, query, reads: namesRead(query)});
  }
  return cells.map(({id, query}) => {
    const before: string[] = [];
    const add = (name: string, within: readonly string[]) => {
      const cell = named.get(name);
      // A circle is left as it is: DuckDB then says which name it does not know.
      if (!cell || before.includes(name) || within.includes(name)) return;
      for (const other of cell.reads) add(other, [...within, name]);
      before.push(name);
    };
    for (const name of namesRead(query)) add(name, id ? [id.toLowerCase()] : []);
    if (before.length === 0) return query;
    return putBefore(
      query,
      before.map((name) => `${quotedName(named.get(name)!.id)} AS (${inOneLine(named.get(name)!.query)})`).join(", ")
    );
  });
}

/** The tables that a query reads of what is never published: those before protection, and those about people. */
export function unpublishedRead(query: string): string[] {
  return tablesRead(spoken(query)).filter((name) => /^(before|people)\./.test(name));
}

/** The names, in small letters, that stand where a query reads tables, but for those that it gives itself. */
export function namesRead(query: string): string[] {
  const tokens = spoken(query);
  const own = new Set(tokens.flatMap((_, i) => (isNamedHere(tokens, i) ? [nameOf(tokens[i]!)] : [])));
  return tablesRead(tokens).filter((name) => !own.has(name) && !name.includes("."));
}

/** What stands where a query reads tables: names, and those of a schema as `people.cohort`. */
function tablesRead(tokens: readonly Token[]): string[] {
  const found = new Set<string>();
  const frames = [{inFrom: false, expects: false}];
  for (const [i, token] of tokens.entries()) {
    const frame = frames.at(-1)!;
    const word = token.text.toLowerCase();
    if (token.kind === "sign") {
      if (word === "(") {
        frames.push({inFrom: frame.expects, expects: frame.expects});
        frame.expects = false;
      } else if (word === ")" && frames.length > 1) frames.pop();
      else if (word === ",") frame.expects = frame.inFrom;
    } else if (token.kind === "name") {
      if (word === "from" || word === "join") Object.assign(frame, {inFrom: true, expects: true});
      else if (word === "on" || word === "using") frame.expects = false;
      else if (ending.has(word)) Object.assign(frame, {inFrom: false, expects: false});
      else if (frame.expects) {
        frame.expects = false;
        const [dot, table, after] = tokens.slice(i + 1, i + 4);
        if (dot?.text === "." && table && after?.text !== ".") found.add(`${nameOf(token)}.${nameOf(table)}`);
        else if (dot?.text !== "." && dot?.text !== "(") found.add(nameOf(token));
      }
    }
  }
  return [...found];
}

/** What ends a list of tables. */
const ending = new Set("select where group order having qualify window limit union except intersect with".split(" "));

/** `name AS (`, as WITH gives names. */
function isNamedHere(tokens: readonly Token[], i: number): boolean {
  const [name, as, ...then] = tokens.slice(i, i + 5).map(({text}) => text.toLowerCase());
  if (tokens[i]!.kind !== "name" || !name || as !== "as") return false;
  return then
    .join(" ")
    .replace(/^(not )?materialized /, "")
    .startsWith("(");
}

function nameOf({text}: Token): string {
  return (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();
}

function quotedName(id: string): string {
  return /^[a-z_]\w*$/i.test(id) ? id : `"${id.replaceAll('"', '""')}"`;
}

function putBefore(query: string, ctes: string): string {
  const [first, second] = spoken(query);
  if (!first) return query;
  if (first.text.toLowerCase() !== "with")
    return `${query.slice(0, first.start)}WITH ${ctes} ${query.slice(first.start)}`;
  const last = second?.text.toLowerCase() === "recursive" ? second : first;
  const end = last.start + last.text.length;
  return `${query.slice(0, end)} ${ctes},${query.slice(end)}`;
}

/** A query without its comments and line breaks. */
function inOneLine(query: string): string {
  const text = tokensOf(query).map(({kind, text}) => (kind === "silent" ? " " : text));
  return text.join("").trim().replace(/;$/, "").trimEnd();
}

/** A query's pieces without comments and space. */
function spoken(query: string): Token[] {
  return tokensOf(query).filter(({kind}) => kind !== "silent");
}

const piece =
  /(?<silent>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:[^']|'')*'|\$\$[\s\S]*?\$\$|\d[\w.]*)|(?<name>"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)|(?<sign>[\s\S])/uy;

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < query.length; ) {
    const end = query.startsWith("${", at) ? endOfValue(query, at) : undefined;
    piece.lastIndex = at;
    const groups = end === undefined ? piece.exec(query)!.groups! : {text: query.slice(at, end)};
    const [kind, text] = Object.entries(groups).find(([, text]) => text !== undefined) as [Token["kind"], string];
    const joins = kind === "silent" && tokens.at(-1)?.kind === "silent";
    if (joins) tokens.at(-1)!.text += text;
    else tokens.push({kind, text, start: at});
    at += text.length;
  }
  return tokens;
}

/** Where an interpolated value ends. */
function endOfValue(query: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < query.length; at++) {
    if (query[at] === "{") depth++;
    else if (query[at] === "}" && --depth === 0) return at + 1;
  }
  return query.length;
}

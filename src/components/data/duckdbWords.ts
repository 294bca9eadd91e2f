/**
 * What DuckDB says most often of a cell, in Danish. `$1` is what it names; a list of names it proposes comes after
 * `Mente du`.
 */
const sentences: [said: RegExp, danish: string][] = [
  [/^syntax error at end of input/, "Forespørgslen slutter, før den er færdig."],
  [/^syntax error at or near "([^"]*)"/, "SQL'en kan ikke læses ved »$1«."],
  [/^Referenced column "([^"]*)" not found in FROM clause/, "Der er ingen kolonne »$1« i det, som FROM nævner."],
  [/^Referenced table "([^"]*)" not found/, "Der er ingen tabel »$1« i det, som FROM nævner."],
  [/^(?:Table|Values list) "([^"]*)" does not have a column named "([^"]*)"/, "»$1« har ingen kolonne »$2«."],
  [
    /^Ambiguous reference to column name "([^"]*)" \(use: "([^"]*)" or "([^"]*)"\)/,
    "Kolonnen »$1« er i flere af tabellerne; skriv $2 eller $3."
  ],
  [
    /^column "([^"]*)" must appear in the GROUP BY clause/,
    "Kolonnen »$1« skal stå i GROUP BY eller i en beregning såsom sum()."
  ],
  [/^(?:Scalar|Aggregate|Table)? ?Function with name "?(\w+)"? does not exist/, "Der er ingen funktion $1()."],
  [/^No function matches the given name and argument types '(\w+)\((.*?)\)'/, "$1() kan ikke regne på $2."],
  [/^Could not convert string '(.*?)' to (\w+)/, "Teksten »$1« kan ikke blive $2."],
  [/^Out of Memory|^failed to allocate/i, "Forespørgslen bruger for megen hukommelse; spørg om mindre."]
];

/** DuckDB's complaint of a query in Danish; what is rare follows in its own words. One line. */
export function duckdbWords(message: string): string {
  const said = spoken(message);
  if (said === undefined) return message;
  for (const [pattern, danish] of sentences) {
    const found = pattern.exec(said);
    if (found) return danish.replace(/\$(\d)/g, (_, i: string) => found[Number(i)]!) + meant(said);
  }
  return `DuckDB svarer: ${said.replace(/\s*\n\s*/g, " ")}`;
}

/**
 * Its words without the kind of the error, and without the query that it repeats; undefined where they are not its own.
 */
function spoken(message: string): string | undefined {
  const json = message.startsWith('{"exception_type"')
    ? /"exception_message":("(?:[^"\\]|\\.)*")/.exec(message)?.[1]
    : "";
  const text = json ? (JSON.parse(json) as string) : /^[A-Z][\w ]* Error: ([\s\S]*)/.exec(message)?.[1];
  return text?.replace(/\s*^LINE \d+:[\s\S]*/m, "").trim();
}

/** The name it proposes first. */
function meant(said: string): string {
  const name = /(?:Candidate bindings: :?\s*|Did you mean )"([^"]*)"/.exec(said)?.[1];
  return name === undefined ? "" : ` Mente du ${name}?`;
}

import {hashOf} from "../../engine/seal.js";
import type {Codelists} from "../../ground/codelists.js";
import {Refusal} from "../../ground/refusal.js";
import {defaultRegisterSettings} from "../../ground/registerSettings.js";
import {dialects, type Dialect} from "./dialects.js";
import {cellText, rowRules} from "./rowRules.js";
import {contractTables, type Sources} from "./sourceTables.js";

/** Tables that a script keeps while it runs; each has one column, without repeats and without what is empty. */
const kept = {
  backContacts: "rygatlas_back_contacts",
  patients: "rygatlas_patients",
  courses: "rygatlas_courses",
  contacts: "rygatlas_contacts",
  inhabitants: "rygatlas_inhabitants"
};

const procedures = ["lpr_surgical_procedures", "lpr_other_procedures", "lpr_procedures"];

/** Which rows of a register leave their place: those whose key stands in one of these. */
interface Meets {
  column: string;
  among: string;
}

const reduced: Record<string, Meets[]> = {
  lpr_contacts: [{column: "dw_ek_kontakt", among: kept.contacts}],
  lpr_diagnoses: [{column: "dw_ek_kontakt", among: kept.backContacts}],
  ...Object.fromEntries(
    procedures.map((kind) => [
      kind,
      [
        {column: "dw_ek_kontakt", among: kept.contacts},
        {column: "dw_ek_forloeb", among: kept.courses}
      ]
    ])
  ),
  ...Object.fromEntries(
    ["lmdb", "sssy", "dream", "bef", "deaths", "migrations"].map((kind) => [
      kind,
      [{column: "pnr", among: kept.patients}]
    ])
  )
};

/** The registers that a script takes some rows of; the others come as they are. */
export const reducedKinds = Object.keys(reduced);

/** The folder of the account that a script gives of the registers as they were; see `manifest.ts`. */
export const manifestKind = "reduction";

/** A script: its statements, each with what it does in Danish. */
export interface Statement {
  about: string;
  sql: string[];
}

/**
 * The statements that reduce registers to what is needed of people with a back diagnosis: their contacts, those of the
 * same courses, and their rows in the other registers. One table last tells of each register as it was, by day: rows
 * that count, are left out and are rejected, how many of each are handed out, and how many keys other registers know.
 *
 * Whoever has a back diagnosis of any type on any contact is among the people: all that models and checks ask of a
 * patient is there, and what they ask of a whole register is in the account.
 * @throws Refusal when a register is missing that nothing can be reduced without
 */
export function reductionStatements(
  {before, tables}: Sources,
  dialect: Dialect,
  {codelists, folder, script}: {codelists: Codelists; folder: string; script: string}
): Statement[] {
  const source = (kind: string) => tables.find((table) => table.kind === kind);
  for (const kind of ["lpr_contacts", "lpr_diagnoses", "bef"])
    if (!source(kind)) throw new Refusal(`Registeret ${kind} mangler, og uden det kan intet reduceres; tag det med.`);
  const from = (kind: string) => `${source(kind)!.from} r`;
  const has = (kind: string, column: string) => source(kind)?.columns?.includes(column) ?? column === "pnr";
  const key = (column: string) => cellText(column, dialect);
  const filled = (column: string) => `${key(column)} IS NOT NULL`;
  const among = (column: string, table: string, own = column) => `${key(column)} IN (SELECT ${own} FROM ${table})`;
  const byCourse = has("lpr_contacts", "dw_ek_forloeb");
  const withCourses = procedures.filter((kind) => source(kind) && byCourse && has(kind, "dw_ek_forloeb"));
  const meets = (kind: string) =>
    (reduced[kind] ?? []).filter(({column, among}) => has(kind, column) && (byCourse || among !== kept.courses));
  const joins = (kind: string) =>
    meets(kind)
      .map(({column, among}, i) => `\n  LEFT JOIN ${among} m${i} ON m${i}.${column} = ${key(column)}`)
      .join("");
  const isHandedOut = (kind: string) =>
    meets(kind)
      .map(({column}, i) => `m${i}.${column} IS NOT NULL`)
      .join(" OR ");
  const statement = (about: string, sql: string[]): Statement => ({about, sql});

  const prefixes = codelists.back_diagnoses.map(({prefix}) => prefix.toUpperCase());
  const back = prefixes
    .filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other)))
    .map((prefix) => `q.diagnosekode LIKE '${prefix}%'`);
  const found = [
    statement(
      "Kontakter med en rygdiagnose.",
      dialect.keep(
        kept.backContacts,
        `SELECT DISTINCT q.dw_ek_kontakt
FROM (
  SELECT ${key("dw_ek_kontakt")} AS dw_ek_kontakt, UPPER(${key("diagnosekode")}) AS diagnosekode
  FROM ${from("lpr_diagnoses")}
) q
WHERE q.dw_ek_kontakt IS NOT NULL AND (
  ${back.join("\n  OR ")}
)`
      )
    ),
    statement(
      "Personerne bag dem.",
      dialect.keep(
        kept.patients,
        `SELECT DISTINCT ${key("pnr")} AS pnr
FROM ${from("lpr_contacts")}
WHERE ${among("dw_ek_kontakt", kept.backContacts)}
  AND ${filled("pnr")}`
      )
    ),
    ...(byCourse
      ? [
          statement(
            "Deres forløb.",
            dialect.keep(
              kept.courses,
              `SELECT DISTINCT ${key("dw_ek_forloeb")} AS dw_ek_forloeb
FROM ${from("lpr_contacts")}
WHERE ${among("pnr", kept.patients)}
  AND ${filled("dw_ek_forloeb")}`
            )
          )
        ]
      : []),
    statement(
      "Deres kontakter og forløbenes.",
      dialect.keep(
        kept.contacts,
        [
          `SELECT ${key("dw_ek_kontakt")} AS dw_ek_kontakt
FROM ${from("lpr_contacts")}
WHERE ${among("pnr", kept.patients)}
  AND ${filled("dw_ek_kontakt")}`,
          ...[...(byCourse ? ["lpr_contacts"] : []), ...withCourses].map(
            (kind) => `SELECT ${key("dw_ek_kontakt")} AS dw_ek_kontakt
FROM ${from(kind)}
WHERE ${among("dw_ek_forloeb", kept.courses)}
  AND ${filled("dw_ek_kontakt")}`
          )
        ].join("\nUNION\n")
      )
    ),
    statement(
      "Alle i befolkningsregisteret, så nøgler kan holdes op imod det.",
      dialect.keep(kept.inhabitants, `SELECT DISTINCT ${key("pnr")} AS pnr FROM ${from("bef")} WHERE ${filled("pnr")}`)
    )
  ];

  const handedOut = (kind: string, columns?: string[]) => {
    const cells = columns ? columns.map((column) => handedOutCell(column, dialect)).join(",\n  ") : "r.*";
    const where = meets(kind).length > 0 ? `\nWHERE ${isHandedOut(kind)}` : "";
    return `SELECT ${cells}\nFROM ${from(kind)}${joins(kind)}${where}`;
  };

  const noDay = `CAST(NULL AS ${dialect.text})`;
  const line = (kind: string, counted: string, day: string, before: string, after: string) =>
    `SELECT '${script}' AS script, '${kind}' AS kind, ${counted} AS counted, ${day} AS on_day,
  ${before} AS n_before, ${after} AS n_after`;
  const oneIf = (condition: string) => (condition === "" ? "1" : `CASE WHEN ${condition} THEN 1 END`);
  const rulesOf = (kind: string) => rowRules(kind, (column) => has(kind, column), dialect, codelists);
  const rowsOf = (kind: string) => {
    const {day, leftOut, broken} = rulesOf(kind);
    const cases = [
      ...(leftOut.length > 0 ? [`WHEN ${leftOut.join("\n      OR ")} THEN 'left_out'`] : []),
      ...(broken.length > 0 ? [`WHEN ${broken.join("\n      OR ")} THEN 'rejected'`] : [])
    ];
    const status = cases.length > 0 ? `CASE ${cases.join("\n    ")}\n    ELSE 'kept' END` : "'kept'";
    return `${line(kind, "q.counted", "q.on_day", "COUNT(*)", "COUNT(q.handed_out)")}
FROM (
  SELECT ${status} AS counted,
    ${day ?? noDay} AS on_day, ${oneIf(isHandedOut(kind))} AS handed_out
  FROM ${from(kind)}${joins(kind)}
) q GROUP BY q.counted, q.on_day`;
  };
  const counts = (kind: string) => {
    const {leftOut, broken} = rulesOf(kind);
    return `CASE WHEN ${[...leftOut, ...broken].join("\n      OR ")} THEN 0 ELSE 1 END = 1`;
  };
  // Diagnoses have no day: theirs is that of their contact.
  const contactsOfDiagnoses =
    () => `${line("lpr_diagnoses", "'contacts'", "q.on_day", "COUNT(*)", "COUNT(q.handed_out)")}
FROM (
  SELECT ${rulesOf("lpr_contacts").day!} AS on_day, ${oneIf("b.dw_ek_kontakt IS NOT NULL")} AS handed_out
  FROM ${from("lpr_contacts")} LEFT JOIN ${kept.backContacts} b ON b.dw_ek_kontakt = ${key("dw_ek_kontakt")}
  WHERE ${counts("lpr_contacts")} AND ${key("dw_ek_kontakt")} IN (
    SELECT ${key("dw_ek_kontakt")} FROM ${from("lpr_diagnoses")} WHERE ${counts("lpr_diagnoses")}
  )
) q GROUP BY q.on_day`;
  const keysOfPeople = (kind: string) => {
    const firstSnapshot = `(SELECT MIN(${dialect.day("r.referencetid")}) FROM ${from("bef")})`;
    const since = ["deaths", "migrations"].includes(kind) ? ` AND ${dialect.day("r.dato")} >= ${firstSnapshot}` : "";
    return `${line(kind, "'keys'", noDay, "COUNT(*)", "COUNT(o.pnr)")}
FROM (SELECT DISTINCT ${key("pnr")} AS pnr FROM ${from(kind)} WHERE ${filled("pnr")}${since}) k
  LEFT JOIN ${kept.inhabitants} o ON o.pnr = k.pnr`;
  };
  const keysOfContacts = (kind: string) => {
    const columns = ["dw_ek_kontakt", ...(withCourses.includes(kind) ? ["dw_ek_forloeb"] : [])];
    const known = columns.map((_, i) => `o${i}.known_key IS NOT NULL`).join(" OR ");
    const joined = columns.map(
      (column, i) => `
  LEFT JOIN (SELECT DISTINCT ${key(column)} AS known_key FROM ${from("lpr_contacts")}) o${i} ON o${i}.known_key = k.${column}`
    );
    return `${line(kind, "'keys'", noDay, "COUNT(*)", `COUNT(CASE WHEN ${known} THEN 1 END)`)}
FROM (SELECT DISTINCT ${columns.map((column) => `${key(column)} AS ${column}`).join(", ")} FROM ${from(kind)}
  WHERE ${columns.map(filled).join(" OR ")}) k${joined.join("")}`;
  };
  const accountOf = (kind: string) => [
    rowsOf(kind),
    ...(kind === "lpr_diagnoses" ? [contactsOfDiagnoses()] : []),
    ...(["lpr_contacts", "lmdb", "sssy", "dream", "deaths", "migrations"].includes(kind) ? [keysOfPeople(kind)] : []),
    ...(["lpr_diagnoses", ...procedures].includes(kind) ? [keysOfContacts(kind)] : [])
  ];
  const was = (kind: string) => `rygatlas_was_${kind}`;
  return [
    ...(before.length > 0 ? [statement("Filerne.", before)] : []),
    ...found,
    ...tables.map(({kind, columns}) =>
      statement(
        meets(kind).length === 0
          ? `${kind}, som det er, og hvor mange rækker det har.`
          : `${kind}: deres rækker, og hvor mange rækker og nøgler hele registeret har.`,
        [
          ...dialect.handOut(kind, handedOut(kind, columns), folder),
          ...dialect.keep(was(kind), accountOf(kind).join("\nUNION ALL\n"))
        ]
      )
    ),
    statement(
      "Regnskabet over registrene, som de var.",
      dialect.handOut(manifestKind, tables.map(({kind}) => `SELECT * FROM ${was(kind)}`).join("\nUNION ALL\n"), folder)
    )
  ];
}

/** Keys are texts: as numbers they would lose their zeros. */
function handedOutCell(column: string, dialect: Dialect): string {
  return ["pnr", "dw_ek_kontakt", "dw_ek_forloeb"].includes(column)
    ? `CAST(r.${column} AS ${dialect.text}) AS ${column}`
    : `r.${/^\w+$/.test(column) ? column : dialect.quote(column)}`;
}

/**
 * What a script of this version does, as a fingerprint: the same in every dialect, whatever tables and columns are
 * called; another where the code lists it goes by are others.
 */
export function scriptHash(codelists: Codelists): string {
  const tables = contractTables({codelists, settings: defaultRegisterSettings});
  const statements = reductionStatements(tables, dialects.duckdb, {codelists, folder: "", script: ""});
  return hashOf(...statements.flatMap(({sql}) => sql)).slice(0, 16);
}

/** The whole script as text, with what each statement does. */
export function reductionScript(
  sources: Sources,
  dialect: Dialect,
  about: {codelists: Codelists; folder: string}
): string {
  const script = scriptHash(about.codelists);
  const statements = reductionStatements(sources, dialect, {...about, script});
  const head = [
    `Rygatlas: registre reduceret, hvor de er, til personer med en rygdiagnose (${dialect.label}, ${script}).`,
    "Scriptet læser kun registrene og opretter kun det, der hedder rygatlas_…, eller mappen, der skrives til.",
    dialect.after(about.folder)
  ];
  return [
    ...head.map((text) => `-- ${text}`),
    ...statements.flatMap(({about, sql}, i) => ["", `-- ${i + 1}. ${about}`, ...sql.map((one) => `${one};`)])
  ].join("\n");
}

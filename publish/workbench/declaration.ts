import {format} from "sql-formatter";
import {capital} from "../../src/domain/words.js";
import type {Column} from "../../data-loaders/tables/table.js";

/** A table to be declared, as far as the declaration says it. */
export interface Declared {
  side: "audit" | "registers";
  name: string;
  title: string;
  place: number;
  columns: Column[];
  /** The column that counts people. */
  counted: string;
  /** What each key says of whom a row counts: the code of its condition, by the key. */
  conditions: Record<string, string>;
  /** Whether everybody is in one of the rows. */
  isWhole: boolean;
  /** One row each key, in a session of the side. */
  query: string;
}

const ofSide = {
  audit: {
    groupOf: "registrationsOf",
    imports: [
      'import type {Row} from "../../engine/session.js";',
      'import {partsOf, someOf} from "../counted/parts.js";',
      'import {where, type Group} from "../counted/group.js";',
      'import {registrationsOf} from "../sums/audit.js";',
      'import {statusColumn, type AuditModels, type Table} from "../table.js";'
    ],
    models: "AuditModels",
    status: "statusColumn",
    whole: "{round: row.round, profession: row.profession}"
  },
  registers: {
    groupOf: "patientsOf",
    imports: [
      'import type {Row} from "../../engine/session.js";',
      'import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";',
      'import {partsOf, someOf} from "../counted/parts.js";',
      'import {where, type Group} from "../counted/group.js";',
      'import {incompleteIn, registerStatusColumn} from "../registerTable.js";',
      'import {contact, patientsOf} from "../sums/registers.js";',
      'import type {Table} from "../table.js";'
    ],
    models: "RegisterModels",
    status: "registerStatusColumn",
    whole: "{period: row.period}"
  }
};

/** The file that declares a table, as Biome formats it. */
export function declarationText(table: Declared): string {
  const {side, name, title, place, columns, counted, conditions, isWhole, query} = table;
  const words = ofSide[side];
  const entries = Object.values(conditions);
  const kind = isWhole ? [] : [`[${JSON.stringify(name)}]: "yes"`.replace(/\["(\w+)"\]/, "$1")];
  const more = [...entries, ...kind];
  const hasRegion = side === "registers" && columns.some((column) => column.name === "region");
  const base = `${words.groupOf}(${hasRegion ? '{...row, area_type: "region", area_id: row.region}' : "row"})`;
  const group = more.length > 0 ? `where(${base}, {${more.join(", ")}})` : base;
  const states = isWhole ? `partsOf(rows, groupOf, wholeOf)` : `someOf(rows, groupOf, ${JSON.stringify(name)})`;
  const code = `
/** ${title}. */
export const table: Table<${words.models}> = {
  name: ${JSON.stringify(name)},
  title: ${JSON.stringify(title)},
  place: ${place},
  columns: [
${columns.map((column) => `    ${literal(column)},`).join("\n")}
    ${words.status}
  ],
  protection: () => ({
    counts: (row) => [{column: ${JSON.stringify(counted)}, group: groupOf(row)}],
    states: (rows) => ${states}
  }),
  rows: ${rowsCode(table)}
};

/** Whom a row counts: the same group in every table that counts it. */
function groupOf(row: Row): Group {
  return ${group};
}
${
  isWhole
    ? `
/** Whom the rows part without leaving anybody out. */
function wholeOf(row: Row): Group {
  return ${words.groupOf}(${words.whole});
}
`
    : ""
}`;
  const imports = words.imports.flatMap((line) => used(line, code + query));
  return `${imports.join("\n")}\n${code}`;
}

function rowsCode({side, counted, columns, query}: Declared): string {
  const cast = columns.map(({name, type}) => `${quoted(name)}::${type} AS ${quoted(name)}`);
  const inside = format(query, {language: "duckdb", keywordCase: "upper", tabWidth: 2});
  const sql = [
    `SELECT ${cast.join(", ")}, CASE WHEN ${quoted(counted)} = 0 THEN 'none' ELSE 'shown' END AS status`,
    "FROM (",
    ...inside.split("\n").map((line) => `  ${line}`),
    ")",
    "ORDER BY ALL"
  ];
  const text = (indent: string) =>
    `\`\n${sql.map((line) => `${indent}${line}`).join("\n")}\``.replaceAll("\\", "\\\\").replaceAll("${", "\\${");
  if (side === "audit") return `({session}) => session.rows(${text("      ")})`;
  return `async (models) => {
    const isIncomplete = incompleteIn(models);
    const rows = await models.session.rows(${text("      ")});
    return rows.map((row) =>
      isIncomplete("cohort", row.period as string) ? {...row, ${counted}: null, status: "incomplete"} : row
    );
  }`;
}

/** An import of what the code uses, none where it uses nothing of it. */
function used(line: string, code: string): string[] {
  const [, type, names, from] = /^import (type )?\{(.*)\} (from .*)$/.exec(line)!;
  const left = names!.split(", ").filter((name) => new RegExp(`\\b${name.replace("type ", "")}\\b`).test(code));
  return left.length > 0 ? [`import ${type ?? ""}{${left.join(", ")}} ${from}`] : [];
}

/** An example of a table: the tables that it is computed from, and what it gives of them. */
export interface Example {
  /** Statements that make the tables it reads. */
  statements: string[];
  /** Its rows, without `status`; undefined where they are for somebody to work out. */
  expected?: Record<string, unknown>[];
}

/** The test of a declared table. */
export function testText({side, name, title, columns}: Declared, {statements, expected}: Example): string {
  const models = ofSide[side].models;
  const given = side === "audit" ? "{session}" : "{session, incomplete: []}";
  const type =
    side === "audit"
      ? 'import type {AuditModels} from "../../../../data-loaders/tables/table.js";'
      : 'import type {RegisterModels} from "../../../../data-loaders/indicators/definition/analyseRegisters.js";';
  const titled = expected
    ? `three of one kind and one of another (${title})`
    : `an example worked out by hand (${title})`;
  const rows = expected
    ? `[\n${expected.map((row) => `    {...${literal(row)}, status: "shown"}`.replace("...{", "").replace("}, status", ", status")).join(",\n")}\n  ]`
    : `[\n    // Skriv de rækker, som tabellen skal give af eksemplet ovenfor: ${columns.map(({name}) => name).join(", ")}, status.\n  ]`;
  return `import {expect, test} from "vitest";
import {openSession} from "../../../../data-loaders/engine/session.js";
${type}
import {table} from "../../../../data-loaders/tables/${side}/${fileName(name)}.js";

test(${JSON.stringify(titled)}, async () => {
  const session = await openSession({memoryLimit: "200MB", threads: 1, temporary: ""});
${statements.map((sql) => `  await session.run(${JSON.stringify(sql)});`).join("\n")}
  expect(await table.rows(${given} as unknown as ${models})).toEqual(${rows});
  session.close();
});
`;
}

/** The name of a table's file: `audit_sizes` is in `auditSizes.ts`. */
export function fileName(table: string): string {
  const [first, ...others] = table.split("_");
  return first + others.map(capital).join("");
}

export function quoted(name: string): string {
  return /^[a-z_]\w*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function literal(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, own]) => `${/^[a-z_]\w*$/i.test(key) ? key : JSON.stringify(key)}: ${literal(own)}`)
    .join(", ")}}`;
}

import {text} from "../../engine/session.js";
import type {Codelists} from "../../ground/codelists.js";
import type {RegisterSpec} from "./registerSpec.js";

const total = "('tot', 'i alt', 'ialt', 'alle', 'total', 'all', 'age, total')";
const age = "TRY_CAST(regexp_extract(alder, '^(\\d{1,3})', 1) AS INTEGER)";
const period = "regexp_extract(tid, '^(\\d{4})[KQkq]([1-4])$', ['year', 'quarter'])";
const isPeriod = "regexp_full_match(tid, '\\d{4}[KQkq][1-4]')";

/** How many live where: Statistikbanken's FOLK1A, with codes or texts. */
export const population: RegisterSpec = {
  kind: "population",
  label: "Folketal (FOLK1A)",
  without: "forekomsten pr. 100.000 borgere og standardiserede værdier kan ikke beregnes",
  span: "period_start",
  columns: () => [
    {
      name: "område",
      meaning: "Kommune eller region",
      english: "Municipality or region",
      aliases: ["omrade", "omraade", "area", "region"],
      type: "code",
      filled: true
    },
    {name: "køn", meaning: "Køn", english: "Sex", aliases: ["kon", "koen", "sex"], type: "code", filled: true},
    {name: "alder", meaning: "Alder i år", english: "Age in years", aliases: ["age"], type: "code", filled: true},
    {
      name: "civilstand",
      meaning: "Civilstand",
      english: "Civil status",
      aliases: ["marital status", "marital_status", "civil_status"],
      type: "code",
      optional: true
    },
    {
      name: "tid",
      meaning: "Kvartal",
      english: "Quarter",
      aliases: ["period", "kvartal", "time", "quarter"],
      type: "code",
      filled: true
    },
    {
      name: "indhold",
      meaning: "Antal personer",
      english: "Number of people",
      aliases: ["antal", "number", "folk1a", "contents", "value"],
      type: "integer",
      filled: true
    }
  ],
  output: ({codelists}) => [
    {
      name: "period_start",
      type: "DATE",
      sql: `CASE WHEN ${isPeriod} THEN make_date(CAST(${period}.year AS INTEGER), 3 * CAST(${period}.quarter AS INTEGER) - 2, 1) ELSE rg_date(tid) END`
    },
    {name: "area_id", type: "VARCHAR", sql: area(codelists)},
    {
      name: "sex",
      type: "VARCHAR",
      sql: `CASE WHEN lower("køn") IN ('1', 'm', 'mænd', 'mand', 'male', 'men') THEN 'male' ELSE 'female' END`
    },
    {name: "age", type: "INTEGER", sql: age},
    {
      name: "age_to",
      type: "INTEGER",
      sql: `CASE WHEN regexp_matches(alder, '^\\d+\\s*-\\s*\\d+')
        THEN TRY_CAST(regexp_extract(alder, '-\\s*(\\d+)', 1) AS INTEGER)
      WHEN regexp_matches(alder, '(\\+|og derover|and over)') THEN NULL ELSE ${age} END`
    },
    {name: "number", type: "BIGINT", sql: "indhold"}
  ],
  leftOut: () => [
    {reason: "total", label: "Sum over køn eller alder", when: `lower("køn") IN ${total} OR lower(alder) IN ${total}`},
    {reason: "by_civil_status", label: "Opdelt på civilstand; summen bruges", when: `lower(civilstand) NOT IN ${total}`}
  ],
  checks: ({codelists}) => [
    {
      rule: "municipality",
      column: "område",
      broken: `${area(codelists)} IS NULL`,
      expected: "en kommune, en region eller hele landet, som kode eller navn"
    },
    {
      rule: "code",
      column: "køn",
      broken: `lower("køn") NOT IN ('1', '2', 'm', 'k', 'mænd', 'kvinder', 'mand', 'kvinde', 'male', 'female', 'men', 'women')`,
      expected: "mænd eller kvinder"
    },
    {
      rule: "number",
      column: "alder",
      broken: `${age} IS NULL`,
      expected: "en alder, som 18, 18 år, 18-24 år eller 105+"
    },
    {
      rule: "date",
      column: "tid",
      broken: `NOT ${isPeriod} AND rg_date(tid) IS NULL`,
      expected: "et kvartal som 2024K1 eller en dato"
    },
    {rule: "number", column: "indhold", broken: "indhold < 0", expected: "0 eller mere"}
  ]
};

/**
 * SQL for an area's code: four digits of a municipality or region, or `country`.
 * Statistikbanken writes 101, 084 and 000.
 */
function area({municipalities, regions}: Codelists): string {
  const codes = new Map([
    ["0", "country"],
    ["000", "country"],
    ["hele landet", "country"],
    ["all denmark", "country"],
    ["copenhagen", "0101"],
    ...regions.flatMap(({code, name}) => [
      [code, code],
      [`region ${name}`.toLowerCase(), code],
      ...(/^10\d\d$/.test(code) ? [[`0${code.slice(2)}`, code]] : [])
    ]),
    ...municipalities.flatMap(({code, name}) =>
      [code, code.slice(1), name.toLowerCase()].map((theirs) => [theirs, code])
    )
  ] as [theirs: string, ours: string][]);
  const entries = [...codes].map(([theirs, ours]) => `${text(theirs)}: ${text(ours)}`);
  return `MAP {${entries.join(", ")}}[lower("område")]`;
}

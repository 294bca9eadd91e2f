import {text} from "../../engine/session.js";
import {Refusal} from "../../ground/refusal.js";
import {addDays} from "./addDays.js";
import type {FileContext, RegisterSpec} from "./registerSpec.js";
import {person} from "./sharedRules.js";

// Christiansø is no municipality; a residence there is known to be in the country, in no municipality.
const christiansoe = "411";
// Nobody in Denmark has been older than 116.
const oldest = 120;

/** Who lives where: the population register BEF, one row a person and snapshot. */
export const bef: RegisterSpec = {
  kind: "bef",
  label: "Befolkningsregisteret (BEF)",
  without: "bopæl, alder og køn kendes ikke, så ingen patienter kan tælles med",
  needed: true,
  span: "snapshot",
  columns: () => [
    person,
    {name: "koen", meaning: "Køn", english: "Sex", aliases: ["c_kon"], type: "code", filled: true},
    {
      name: "foed_dag",
      meaning: "Fødselsdag",
      english: "Day of birth",
      aliases: ["foed_dato", "fdato", "d_foddato"],
      type: "date",
      filled: true
    },
    {name: "kom", meaning: "Bopælskommune", english: "Municipality of residence", type: "code", filled: true},
    {name: "civst", meaning: "Civilstand", english: "Civil status", type: "text", optional: true},
    {
      name: "referencetid",
      meaning: "Opgørelsens dag",
      english: "Day of the snapshot",
      aliases: ["snapshot", "reftid", "statusdato"],
      type: "date",
      optional: true
    }
  ],
  output: (file) => [
    {name: "person_id", type: "VARCHAR", sql: "pnr"},
    {
      name: "sex",
      type: "VARCHAR",
      sql: "CASE upper(koen) WHEN '1' THEN 'male' WHEN 'M' THEN 'male' WHEN '2' THEN 'female' WHEN 'K' THEN 'female' END"
    },
    {name: "born", type: "DATE", sql: "foed_dag"},
    {name: "snapshot", type: "DATE", sql: snapshot(file)},
    {name: "region", type: "VARCHAR", sql: region(file)},
    {name: "municipality", type: "VARCHAR", sql: `CASE WHEN ${number} <> ${christiansoe} THEN lpad(kom, 4, '0') END`},
    {name: "civil_status", type: "VARCHAR", sql: "upper(civst)"}
  ],
  leftOut: (file) => [
    {
      reason: "before_2007",
      label: "Opgørelse fra før kommunerne blev lagt sammen i 2007",
      when: `${snapshot(file)} < DATE '2007-01-01'`
    }
  ],
  checks: (file) => [
    // A two-digit year in the wrong century, or the count of another year than the file's name says.
    {
      rule: "age",
      column: "foed_dag",
      broken: `foed_dag > ${snapshot(file)} OR foed_dag < ${snapshot(file)} - INTERVAL ${oldest} YEAR`,
      expected: `en dag før opgørelsens, og højst ${oldest} år før`
    },
    {
      rule: "code",
      column: "koen",
      broken: "upper(koen) NOT IN ('1', '2', 'M', 'K')",
      expected: "1 (mand) eller 2 (kvinde)"
    },
    {rule: "empty", column: "referencetid", broken: '"raw:referencetid" IS NULL', expected: "opgørelsens dato"},
    {
      rule: "municipality",
      column: "kom",
      broken: `NOT coalesce(regexp_full_match(kom, '\\d{3,4}') AND ${number} < 1000 AND get_bit(${known(file.codelists.municipalities)}, CAST(${number} % 1000 AS INTEGER)) = 1, FALSE)`,
      expected: "en kommunekode fra kodelisten municipalities.csv, som 0101 eller 101"
    }
  ],
  lacks: (context) => (hasSnapshot(context) || snapshotOf(context.path) ? [] : ["referencetid"]),
  refuse(file, context) {
    if (this.lacks!(context).length === 0) return;
    throw new Refusal(
      `${file}: opgørelsens dato mangler eller er ikke entydig; giv filen en kolonne referencetid, eller skriv datoen i filens navn, som bef202312.csv, bef2023k1.csv eller year=2023/part-0.parquet.`
    );
  }
};

// Never negative, so that it can point at a bit.
const number = "TRY_CAST(kom AS USMALLINT)";

// A row of bits answers in one step what a list of 99 codes answers in 99, and there may be a hundred million rows.
function known(municipalities: {code: string}[]): string {
  const bits = Array.from({length: 1000}, () => "0");
  for (const {code} of municipalities) bits[Number(code)] = "1";
  return `CAST('${bits.join("")}' AS BIT)`;
}

/**
 * SQL for the region a municipality lies in on the snapshot's day; a list answers at its
 * place what a join would look for in a hundred million rows.
 */
function region(file: FileContext): string {
  const {municipalities} = file.codelists;
  // A municipality may end without another beginning.
  const since = [
    ...new Set(
      municipalities.flatMap(({valid_from, valid_to}) => [valid_from, ...(valid_to ? [addDays(valid_to, 1)] : [])])
    )
  ].sort();
  const whens = since.toReversed().map((day) => {
    const then = Array.from({length: 1000}, () => "NULL");
    for (const {code, region, valid_from, valid_to} of municipalities) {
      if (valid_from <= day && (valid_to === "" || valid_to >= day)) then[Number(code)] = text(region);
    }
    return `WHEN ${snapshot(file)} >= DATE ${text(day)} THEN ([${then.join(", ")}]::VARCHAR[])[${number} + 1]`;
  });
  return `CASE ${whens.join(" ")} END`;
}

function snapshot(file: FileContext): string {
  return hasSnapshot(file) ? "referencetid" : `DATE ${text(snapshotOf(file.path) ?? "1850-01-01")}`;
}

function hasSnapshot({delivered, settings}: FileContext): boolean {
  const own = Object.entries(settings.aliases.bef ?? {})
    .filter(([, ours]) => ours === "referencetid")
    .map(([theirs]) => theirs.toLowerCase());
  return ["referencetid", "snapshot", "reftid", "statusdato", ...own].some((name) => delivered.includes(name));
}

// A number that is part of a longer one is no period; neither is that of a part, as in part-1987.parquet.
const period =
  /(?<!\d)((?:19|20)\d\d)(?:[-_ ]?[kq]v?t?(?<quarter>[1-4])|[-_]?(?<month>0[1-9]|1[0-2])(?:[-_]?(?<day>[0-2]\d|3[01]))?)?(?!\d)/gi;

/**
 * The last day of the day, month, quarter or year that a path names; undefined where it names none or several. The
 * name of the file goes before those of its folders, but `year=2022` before both.
 */
function snapshotOf(path: string): string | undefined {
  const parts = path.split(/[\\/]/);
  const columns = parts.filter((part) => part.includes("="));
  const year = columns.find((part) => /^(year|aar|år)=/i.test(part));
  const within = columns.map((part) => /^(?:(?:month|maaned|måned)=(\d\d?)|(?:quarter|kvartal)=([1-4]))$/i.exec(part));
  const [month, quarter] = [1, 2].map((group) => within.find((found) => found?.[group])?.[group]);
  const names = year
    ? [year + (quarter ? `k${quarter}` : month ? `-${month.padStart(2, "0")}` : "")]
    : parts.map((part) => part.replace(/part-.*$/i, "")).toReversed();
  const found = names.map((name) => [...name.matchAll(period)]).find((periods) => periods.length > 0);
  return found?.length === 1 ? lastDay(found[0]!) : undefined;
}

function lastDay({1: year, groups}: RegExpMatchArray): string {
  const {quarter, month = quarter ? 3 * Number(quarter) : 12, day} = groups!;
  if (day) return `${year}-${month}-${day}`;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

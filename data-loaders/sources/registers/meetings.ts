import {sum} from "d3-array";
import type {Session} from "../../engine/session.js";
import {Refusal} from "../../ground/refusal.js";
import {isCompared, oneKeyIn} from "./coverage.js";
import {columnInWords} from "./registerFile.js";
import type {Reduction} from "../reduction/manifest.js";
import type {ReadKind} from "./registerKind.js";

/** How much of a column of a register is known: its keys to another register, or its codes to code lists. */
export interface Meeting {
  kind: string;
  column: string;
  /** The register or the code lists that know. */
  other: string;
  what: "keys" | "codes";
  /** Keys, each once; or rows with a code. */
  all: number;
  known: number;
  /** Of the keys that are not known, how many would be with zeros in front or in other letters. */
  misspelt: number;
  /** All are keys compared, one of so many. */
  oneIn: number;
}

/** One column that must meet another. `usual`: below this share in percent something is likely wrong. */
interface Pair {
  kind: string;
  /** Our column of the delivery, and SQL for its key or code among the rows of the register. */
  column: string;
  key: string;
  other: string;
  usual: number;
  /** SQL for what else may be known of a row whose key is not. */
  course?: string;
  /** SQL for the rows that can be known, where not all can. */
  where?: string;
}

/** Fewer say nothing of a delivery. */
const fewest = 20;
/** Of a list that names few of a register's codes, none known of so many is a sign. */
const manyCodes = 100;

const onceCounted = "date >= (SELECT min(first_date) FROM coverage WHERE kind = 'bef')";

// DREAM and the migrations go further back than the population register: many of their people are not in it any more.
const people: Pair[] = [
  {kind: "lpr_contacts", usual: 80},
  {kind: "lmdb", usual: 80},
  {kind: "sssy", usual: 80},
  {kind: "dream", usual: 40},
  {kind: "deaths", usual: 80, where: onceCounted},
  {kind: "migrations", usual: 40, where: onceCounted}
].map((pair) => ({...pair, column: "pnr", key: "person_id", other: "bef"}));

const procedures = ["lpr_surgical_procedures", "lpr_other_procedures", "lpr_procedures"];
const ofContacts: Pair[] = ["lpr_diagnoses", ...procedures].map((kind) => ({
  kind,
  column: "dw_ek_kontakt",
  key: "contact_id",
  ...(procedures.includes(kind) && {course: "course_id"}),
  other: "lpr_contacts",
  usual: 80
}));

const pairs: Pair[] = [
  ...people,
  ...ofContacts,
  {kind: "lpr_contacts", column: "sorenhed_ans", key: "department", other: "lpr_organisations", usual: 80},
  {kind: "lmdb", column: "recu", key: "prescriber", other: "prescribers", usual: 50}
];

/**
 * The table of the people of a register that are compared, left by `holdTogether` where there is a population register.
 */
export function comparedPeople(kind: string): string {
  return `compared_people_${kind}`;
}

/** SQL for the keys of a register that others are held against. */
const keysOf: Record<string, string> = {
  bef: "SELECT person_id AS key FROM register_people",
  lpr_contacts: "SELECT contact_id AS key FROM contacts",
  lpr_organisations: "SELECT department AS key FROM organisations",
  prescribers: "SELECT recu AS key FROM prescribers"
};

/** A column of codes: a list `names` nearly `all` of them, or only those that count. */
interface Coded {
  kind: string;
  column: string;
  code: string;
  lists: string;
  known: string;
  usual: number;
}

const startsWithOne = (...lists: string[]) =>
  lists.map((list) => `EXISTS (SELECT 1 FROM code_${list} l WHERE starts_with(code, l.prefix))`).join(" OR ");
const procedureLists = ["spine_surgery", "mri", "rehabilitation"];
const coded: Coded[] = [
  {
    kind: "lpr_contacts",
    column: "kontakttype",
    code: "contact_type",
    lists: "contact_types",
    known: "code IN (SELECT code FROM code_contact_types)",
    usual: 50
  },
  {
    kind: "lpr_contacts",
    column: "hovedspeciale_ans",
    code: "specialty",
    lists: "specialties",
    known: "lower(trim(code)) IN (SELECT lower(trim(name)) FROM code_specialties)",
    usual: 50
  },
  {
    kind: "lpr_diagnoses",
    column: "diagnosekode",
    code: "code",
    lists: "back_diagnoses",
    known: startsWithOne("back_diagnoses"),
    usual: 0
  },
  {
    kind: "lpr_diagnoses",
    column: "diagnosetype",
    code: "type",
    lists: "A og B",
    known: "code IN ('A', 'B')",
    usual: 20
  },
  ...procedures.map((kind) => ({
    kind,
    column: "procedurekode",
    code: "code",
    lists: procedureLists.join(", "),
    known: startsWithOne(...procedureLists),
    usual: 0
  })),
  {kind: "lmdb", column: "atc", code: "atc", lists: "drugs", known: startsWithOne("drugs"), usual: 0},
  {
    kind: "sssy",
    column: "speciale",
    code: "specialty || service",
    lists: "service_codes",
    known: "code IN (SELECT specialty || service FROM code_service_codes)",
    usual: 0
  }
];

/**
 * Holds the registers that were read against each other and against the code lists.
 * @param leastKnown the share in percent below which the delivery is refused
 * @param reduction of a reduced delivery, how many keys met before: of those that came along, all do
 * @returns every column that must meet another, and what is less than usual as lines that begin with ADVARSEL
 * @throws Refusal where next to nothing of a column is known
 */
export async function holdTogether(
  session: Session,
  kinds: Map<string, ReadKind>,
  leastKnown: number,
  reduction?: Reduction
): Promise<{meetings: Meeting[]; warnings: string[]}> {
  const meetings: Meeting[] = [];
  const warnings: string[] = [];
  const note = (meeting: Meeting, read: ReadKind, usual: number, ofPeople = false) => {
    meetings.push(meeting);
    const {all, known, misspelt, what} = meeting;
    const percent = all === 0 ? 100 : (100 * known) / all;
    // Keys that a spreadsheet shortened to 1,23E+11 are few, of many rows.
    const counts = usual > 0 ? all >= fewest || (ofPeople && known === 0 && read.kept >= fewest) : all >= manyCodes;
    const sentence = sentenceOf(meeting, read);
    if (counts && ((percent < leastKnown && usual > 0) || (known === 0 && leastKnown > 0)))
      throw new Refusal(`${sentence}; ${advice[what]}, eller sæt registers.least_known_percent i settings.yaml ned.`);
    if (misspelt > 0 || (counts && percent < usual)) warnings.push(`ADVARSEL: ${sentence}; ${advice[what]}.`);
  };
  for (const pair of pairs) {
    const read = kinds.get(pair.kind);
    const other = kinds.get(pair.other);
    const before = other && wasReduced(pair) ? reduction?.get(pair.kind)?.keys : undefined;
    if (!read || !other) continue;
    const oneIn = oneKeyIn(other.kept);
    await keepCompared(session, pair, read, oneIn);
    const meeting = before ? metBefore(pair, before) : await knownKeys(session, pair, oneIn);
    note(meeting, read, pair.usual, pair.column === "pnr" && !pair.where);
  }
  for (const kind of Object.keys(keysOf)) await session.run(`DROP TABLE IF EXISTS known_${kind}`);
  for (const column of coded) {
    const read = kinds.get(column.kind);
    if (read) note(await knownCodes(session, column, read), read, column.usual);
  }
  return {meetings, warnings};
}

const advice = {
  keys: "hent begge udtræk igen med de samme nøgler, hele og som tekst",
  codes: "ret koderne i udtrækket, eller skriv dem i kodelisten"
};

function sentenceOf({column, other, what, all, known, misspelt, oneIn}: Meeting, {files}: ReadKind): string {
  const whole = new Intl.NumberFormat("da-DK");
  const among = oneIn > 1 ? ` (1 af ${oneIn} nøgler er holdt op imod hinanden)` : "";
  const met =
    what === "keys"
      ? `${whole.format(known)} af ${whole.format(all)} nøgler kendes i ${other}${among}`
      : `${whole.format(known)} af ${whole.format(all)} koder står i kodelisten ${other}`;
  const why =
    misspelt > 0 ? `, men ${whole.format(misspelt)} til ville med foranstillede nuller eller andre bogstaver` : "";
  return `${columnInWords(files, column)}: ${met}${why}`;
}

/**
 * Leaves the keys of a register that are compared in the table `known_<kind>`, once for all who are held against it.
 */
async function keepKeys(session: Session, kind: string, oneIn: number): Promise<string> {
  const table = `known_${kind}`;
  await session.run(`CREATE TEMP TABLE IF NOT EXISTS ${table} AS
    SELECT DISTINCT key FROM (${keysOf[kind]!}) WHERE ${isCompared("key", oneIn)}`);
  return table;
}

function wasReduced({other}: Pair): boolean {
  return other === "bef" || other === "lpr_contacts";
}

function metBefore({kind, column, other}: Pair, {all, known}: {all: number; known: number}): Meeting {
  return {kind, column, other, what: "keys", all, known, misspelt: 0, oneIn: 1};
}

/** Leaves the keys of a pair that are compared in the table `met_keys`, those of people in one of their own too. */
async function keepCompared(session: Session, pair: Pair, read: ReadKind, oneIn: number): Promise<void> {
  const {kind, key, course = "NULL", where = "TRUE"} = pair;
  await session.run(`CREATE OR REPLACE TEMP TABLE met_keys AS
    SELECT DISTINCT key, course
    FROM (SELECT coalesce(${key}, '') AS key, ${course} AS course FROM ${read.rows} WHERE ${where})
    WHERE (key <> '' OR course IS NOT NULL) AND ${isCompared("coalesce(nullif(key, ''), course)", oneIn)}`);
  if (key === "person_id")
    await session.run(`CREATE OR REPLACE TEMP TABLE ${comparedPeople(kind)} AS SELECT key AS person_id FROM met_keys`);
}

async function knownKeys(session: Session, pair: Pair, oneIn: number): Promise<Meeting> {
  const {kind, column, other} = pair;
  await session.run(`CREATE OR REPLACE TEMP TABLE unmet_keys AS
    FROM met_keys ANTI JOIN ${await keepKeys(session, other, oneIn)} USING (key)`);
  const count = async (table: string) => (await session.rows<{n: number}>(`SELECT count(*) AS n FROM ${table}`))[0]!.n;
  const all = await count("met_keys");
  let unmet = await count("unmet_keys");
  if (unmet > 0 && pair.course) {
    await session.run(`CREATE OR REPLACE TEMP TABLE unmet_keys AS
      FROM unmet_keys ANTI JOIN (
        SELECT DISTINCT course FROM unmet_keys JOIN (SELECT course_id AS course FROM contacts) USING (course)
      ) USING (course)`);
    unmet = await count("unmet_keys");
  }
  // A key in a thousand that nobody knows is usual, and every key of the other register would have to be looked at.
  const misspelt = unmet * 1000 > all ? await misspeltKeys(session, keysOf[other]!) : 0;
  return {kind, column, other, what: "keys", all, known: all - unmet, misspelt, oneIn};
}

async function misspeltKeys(session: Session, keys: string): Promise<number> {
  const [found] = await session.rows<{n: number}>(`
    WITH mended AS (
      SELECT key,
        unnest([lpad(key, (SELECT max(length(key))::INTEGER FROM (${keys})), '0'), upper(key), lower(key)]) AS mended
      FROM unmet_keys WHERE key <> ''
    )
    SELECT count(DISTINCT m.key) AS n FROM mended m JOIN (${keys}) o ON o.key = m.mended`);
  return found!.n;
}

async function knownCodes(
  session: Session,
  {kind, column, code, lists, known}: Coded,
  read: ReadKind
): Promise<Meeting> {
  const counted = await session.rows<{n: number; known: boolean}>(`
    SELECT coalesce(${known}, FALSE) AS known, sum(n)::BIGINT AS n
    FROM (SELECT ${code} AS code, count(*) AS n FROM ${read.rows} WHERE ${code} IS NOT NULL GROUP BY ALL)
    GROUP BY ALL`);
  return {
    kind,
    column,
    other: lists,
    what: "codes",
    all: sum(counted, ({n}) => n),
    known: sum(counted, (row) => (row.known ? row.n : 0)),
    misspelt: 0,
    oneIn: 1
  };
}

import type {Session} from "../../engine/session.js";
import {isCompared, oneKeyIn} from "./coverage.js";
import {comparedPeople} from "./meetings.js";
import {columnInWords} from "./registerFile.js";
import type {ReadKind} from "./registerKind.js";

/** Fewer say nothing of a delivery. */
const fewest = 20;

const whole = new Intl.NumberFormat("da-DK");

/**
 * What a delivery says that can hardly be, though each register can be read and knows the others' keys: lines that
 * begin with ADVARSEL.
 * @param today `yyyy-mm-dd`
 */
export async function doubtful(
  session: Session,
  kinds: Map<string, ReadKind>,
  today = new Date().toISOString().slice(0, 10)
): Promise<string[]> {
  const found = [
    ...afterToday(kinds, today),
    ...(await afterDeath(session, kinds)),
    ...(await oneRegion(session, kinds)),
    ...(await fewerThanKnown(session, kinds))
  ];
  return found.map((line) => `ADVARSEL: ${line}`);
}

/** The columns of the registers' days. */
const dayOf: Record<string, string> = {
  lpr_contacts: "dato_start",
  lmdb: "eksd",
  sssy: "honuge",
  bef: "referencetid",
  deaths: "date",
  migrations: "date"
};

/** Days that have not been: day and month, or year and week, were exchanged. */
function afterToday(kinds: Map<string, ReadKind>, today: string): string[] {
  return Object.entries(dayOf).flatMap(([kind, column]) => {
    const read = kinds.get(kind);
    const late = read?.months.filter(({last}) => last > today) ?? [];
    if (late.length === 0) return [];
    const last = late
      .map((month) => month.last)
      .sort()
      .at(-1)!;
    return [
      `${columnInWords(read!.files, column)}: den sidste dag er ${last}, som ikke har været endnu; se efter, om dag og måned eller år og uge er byttet om.`
    ];
  });
}

/** Contacts of the dead: keys of another pseudonymisation that happen to be the same, such as 1, 2, 3. */
async function afterDeath(session: Session, kinds: Map<string, ReadKind>): Promise<string[]> {
  const read = kinds.get("deaths");
  if (!read) return [];
  const oneIn = oneKeyIn(read.kept);
  const [found] = await session.rows<{dead: number; seen: number}>(`
    WITH dead AS (
      SELECT person_id, max(date) AS died FROM deaths WHERE ${isCompared("person_id", oneIn)} GROUP BY person_id
    ),
    last_seen AS (
      SELECT person_id, died, max(start_date) AS last FROM dead JOIN contacts USING (person_id) GROUP BY ALL
    )
    SELECT count(*) AS dead, count_if(last > died + 30) AS seen FROM last_seen`);
  const {dead, seen} = found!;
  if (dead < fewest || seen * 5 < dead) return [];
  return [
    `${columnInWords(read.files, "pnr")}: ${whole.format(seen)} af ${whole.format(dead)} døde med en kontakt har en mere end 30 dage efter deres død; se efter, om nøglerne er fra samme udtræk som de andre registres.`
  ];
}

/** Registers that know nobody of some region, though others live there: the register of another region alone. */
async function oneRegion(session: Session, kinds: Map<string, ReadKind>): Promise<string[]> {
  const bef = kinds.get("bef");
  if (!bef) return [];
  const oneIn = oneKeyIn(bef.kept);
  await session.run(`CREATE OR REPLACE TEMP TABLE homes AS
    SELECT person_id, min(region) AS region FROM residences
    WHERE region IS NOT NULL AND ${isCompared("person_id", oneIn)}
    GROUP BY person_id HAVING min(region) = max(region)`);
  const warnings: string[] = [];
  for (const kind of ["lpr_contacts", "lmdb", "sssy"]) {
    const read = kinds.get(kind);
    if (!read) continue;
    const regions = await session.rows<{region: string; n: number; known: number}>(`
      SELECT region, count(*) AS n, count(p.person_id) AS known
      FROM homes LEFT JOIN ${comparedPeople(kind)} p USING (person_id)
      GROUP BY region HAVING count(*) >= ${fewest} ORDER BY region`);
    const without = regions.filter(({known}) => known === 0);
    if (without.length === 0 || without.length === regions.length) continue;
    warnings.push(
      `${columnInWords(read.files, "pnr")}: ingen, der bor i region ${without.map(({region}) => region).join(", ")}, er i registeret, men nogle fra region ${regions.find(({known}) => known > 0)!.region} er; hent registeret for hele landet, eller regn ikke med tallene dér.`
    );
  }
  await session.run("DROP TABLE homes");
  return warnings;
}

/** A population count below the people who are known to live in the country: numbers in thousands, or of one area. */
async function fewerThanKnown(session: Session, kinds: Map<string, ReadKind>): Promise<string[]> {
  const read = kinds.get("population");
  if (!read || !kinds.has("bef")) return [];
  const [found] = await session.rows<{year: number; counted: number; known: number}>(`
    WITH counted AS (
      SELECT period_start, max(counted) AS counted
      FROM (SELECT period_start, area_type, sum(number)::BIGINT AS counted FROM population GROUP BY ALL) GROUP BY ALL
    ),
    known AS (SELECT last_date AS snapshot, "rows" AS known FROM coverage WHERE kind = 'bef')
    SELECT year(period_start) AS year, counted, known
    FROM counted ASOF JOIN known ON known.snapshot >= counted.period_start - INTERVAL 1 DAY
    WHERE counted < 0.9 * known ORDER BY period_start LIMIT 1`);
  if (!found) return [];
  return [
    `${columnInWords(read.files, "indhold")}: folketallet i ${found.year} er ${whole.format(found.counted)}, men bef har ${whole.format(found.known)} personer; se efter, om tallene er i tusinder eller kun er en del af landet.`
  ];
}

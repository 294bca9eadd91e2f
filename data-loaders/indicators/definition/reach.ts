import {group} from "d3-array";
import type {Session} from "../../engine/session.js";
import type {Place} from "../../sources/registers.js";
import type {Incomplete} from "./completeness.js";

/** From which day to which a register reaches, and what periods and windows need of it; all `yyyy-mm-dd`. */
export interface Reach {
  kind: string;
  first: string;
  last: string;
  /** Null where no window asks. */
  needed_from: string | null;
  needed_to: string | null;
}

/** What every register with days reaches, beside what is needed of it. */
export function reachOf(session: Session): Promise<Reach[]> {
  return session.rows<Reach & Record<string, string>>(`
    WITH held AS (SELECT kind, min(first_date) AS "first", max(last_date) AS "last" FROM coverage GROUP BY kind),
    asked AS (
      SELECT unnest(CASE WHEN register LIKE '%procedures' THEN [register, 'lpr_procedures'] ELSE [register] END)
        AS kind,
        needed_from, needed_to
      FROM needed_days
    )
    SELECT kind, any_value("first")::VARCHAR AS "first", any_value("last")::VARCHAR AS "last",
      min(needed_from)::VARCHAR AS needed_from, max(needed_to)::VARCHAR AS needed_to
    FROM held LEFT JOIN asked USING (kind) GROUP BY kind ORDER BY kind`);
}

/**
 * What an analyst should know of how far registers reach, a line each that begins with ADVARSEL: which periods of what
 * are incomplete, and where something stands in for a register or a home is not known.
 */
export async function reachWarnings(
  session: Session,
  {incomplete, reach, places}: {incomplete: Incomplete[]; reach: Reach[]; places: Map<string, Place>}
): Promise<string[]> {
  const at = (kind: string) => {
    const {file, column} = places.get(kind)!;
    return `ADVARSEL: ${file}, kolonne ${column}:`;
  };
  const kindOf = (register: string) =>
    register.endsWith("procedures") && !places.has(register) ? "lpr_procedures" : register;
  const delivered = incomplete.filter(({register}) => places.has(kindOf(register)));
  const short = [...group(delivered, ({register}) => kindOf(register))].map(([kind, rows]) => {
    const {first, last, needed_from, needed_to} = reach.find((row) => row.kind === kind) ?? {};
    const holes = [...new Set(rows.flatMap(({hole}) => hole ?? []))].sort();
    const held =
      holes.length > 0
        ? `intet kendes fra ${holes[0]}`
        : `går fra ${first} til ${last}, men der kræves ${needed_from} til ${needed_to}`;
    const subjects = [...group(rows, ({subject}) => subject)].map(
      ([subject, periods]) => `${subject} (${periods.map(({period}) => period).join(", ")})`
    );
    return `${at(kind)} ${held}, så det følgende er ufuldstændigt: ${subjects.join("; ")}; hent et udtræk, der rækker.`;
  });
  const [leavers] = await session.rows<{until: string | null; needed: string | null}>(`
    SELECT nullif(getvariable('leavers_known_until'), DATE '0001-01-01')::VARCHAR AS until,
      max(needed_to)::VARCHAR AS needed
    FROM needed_days WHERE register = 'deaths'
    HAVING max(needed_to) > getvariable('leavers_known_until') + INTERVAL 3 MONTH`);
  const stoodIn = ["deaths", "migrations"]
    .filter((kind) => !delivered.some(({register}) => register === kind))
    .flatMap((kind) => {
      const last = reach.find((row) => row.kind === kind)?.last;
      if (!leavers?.until || !last || last > leavers.until) return [];
      return [
        `${at(kind)} slutter ${last}, men patienter følges til ${leavers.needed}; derefter er de borte, som ikke står i befolkningsregisteret. Hent et udtræk, der rækker.`
      ];
    });
  const [homes] = await session.rows<{n: number}>("SELECT count_if(two_homes) AS n FROM cohort");
  const twoHomes =
    homes!.n > 0
      ? [`${at("bef")} ${homes!.n} patienter står med flere bopæle på samme dag, så deres er ukendt; ret udtrækket.`]
      : [];
  return [...short, ...stoodIn, ...twoHomes];
}

import {text, type Session} from "../../engine/session.js";

/** A hospital department, or a private hospital. */
interface Unit {
  code: string;
  name: string;
  /** Region code, or `private`. */
  area: string;
  region: string;
  /** What the twin calls it: acute, medicine, surgery, private, other. */
  specialty: string;
  /** What the register calls it. */
  main: string;
}

const departments: [specialty: string, main: string, name: string][] = [
  ["acute", "Akutmedicin", "Akutafdelingen"],
  ["acute", "Akutmedicin", "Akutmodtagelsen"],
  ["medicine", "Reumatologi", "Reumatologisk afdeling"],
  ["medicine", "Intern medicin: reumatologi", "Rygcenter"],
  ["medicine", "Neurologi", "Neurologisk afdeling"],
  ["surgery", "Ortopædisk kirurgi", "Ortopædkirurgisk afdeling"],
  ["surgery", "Ortopædisk kirurgi", "Rygkirurgisk afsnit"],
  ["surgery", "Neurokirurgi", "Neurokirurgisk afdeling"],
  ["other", "Anæstesiologi", "Tværfagligt smertecenter"]
];
const privately = ["Ortopædisk kirurgi", "Neurokirurgi", "Reumatologi"];

/** Invented departments: two hospitals in every region with the same nine, three private hospitals in each. */
function hospitalUnits(regions: {code: string; name: string}[]): Unit[] {
  const units = regions.flatMap(({code: region, name}) => [
    ...["Nord", "Syd"].flatMap((side) =>
      departments.map(([specialty, main, department]) => ({
        name: `${department}, Sygehus ${name} ${side}`,
        area: region,
        region,
        specialty,
        main
      }))
    ),
    ...privately.map((main, i) => ({
      name: `Privathospitalet Æskulap ${name} ${i + 1}`,
      area: "private",
      region,
      specialty: "private",
      main
    }))
  ]);
  return units.map((unit, i) => ({...unit, code: String(330_000_000_016_003 + i * 1_009)}));
}

/**
 * Creates the tables `units` (area, specialty, place, choices, code, main, region) and
 * `organisations`, the register's own shape.
 */
export async function createUnits(session: Session, regions: {code: string; name: string}[]): Promise<void> {
  const units = hospitalUnits(regions);
  const rows = units.map((u) => `(${[u.area, u.specialty, u.code, u.main, u.region, u.name].map(text).join(", ")})`);
  const names = regions.map((r) => `(${text(r.code)}, ${text(`Region ${r.name}`)})`);
  await session.run(`
    CREATE OR REPLACE TEMP TABLE units AS
    SELECT *, row_number() OVER (PARTITION BY area, specialty ORDER BY code) - 1 AS place,
      count(*) OVER (PARTITION BY area, specialty) AS choices
    FROM (VALUES ${rows.join(", ")}) u(area, specialty, code, main, region, name);
    CREATE OR REPLACE TEMP TABLE organisations AS
    WITH now AS (
      SELECT code AS sorenhed, name AS sorenhed_tekst, region, region_tekst,
        CASE area WHEN 'private' THEN 'Privat' ELSE 'Region' END AS institutionsejer_type, main AS hovedspeciale,
        DATE '2015-01-01' AS gyldig_fra, NULL::DATE AS gyldig_til
      FROM units JOIN (VALUES ${names.join(", ")}) r(region, region_tekst) USING (region)
    )
    FROM now
    -- As registered before 2015: another specialty, another owner. No contact of the delivery is that old.
    UNION ALL
    SELECT * REPLACE ('Region' AS institutionsejer_type, 'Blandet kirurgi' AS hovedspeciale,
      DATE '2007-01-01' AS gyldig_fra, DATE '2014-12-31' AS gyldig_til)
    FROM now WHERE hovedspeciale = 'Neurokirurgi'
    ORDER BY sorenhed, gyldig_fra`);
}

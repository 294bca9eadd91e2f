import type {Session} from "../../engine/session.js";

/**
 * SQL for rows with `region` and `municipality`, each of them once for the country and once
 * for either: `area_type`, `area_id`.
 */
export function perArea(rows: string): string {
  return `(SELECT * FROM (SELECT *, 'country' AS country FROM ${rows}) UNPIVOT (area_id FOR area_type IN (country, region, municipality)))`;
}

/** Christiansø has a code but is no municipality: who lives there has none, but a region. */
const noMunicipality = "0411";

/**
 * Creates the tables `areas` (period, area_type, area_id), every region and municipality that stood at some
 * time in the period, with the country and, where somebody lives there, `unknown`; and `cohort_areas` (period,
 * person_id, area_type, area_id), one row an index patient and type of area, by residence.
 */
export async function createAreas(session: Session): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP TABLE cohort_areas AS
    SELECT period, person_id, area_type, area_id
    FROM ${perArea("(SELECT period, person_id, region, municipality FROM cohort)")};

    CREATE OR REPLACE TEMP TABLE areas AS
    WITH listed AS (
      SELECT 'region' AS area_type, code AS area_id, valid_from, valid_to FROM code_regions
      UNION ALL SELECT 'municipality', code, valid_from, valid_to FROM code_municipalities WHERE code <> '${noMunicipality}'
      UNION ALL SELECT 'country', 'country', NULL, NULL
    )
    SELECT DISTINCT p.period, l.area_type, l.area_id
    FROM periods p JOIN listed l ON (l.valid_from IS NULL OR l.valid_from <= p.to_date) AND (l.valid_to IS NULL OR l.valid_to >= p.from_date)
    UNION SELECT DISTINCT period, area_type, area_id FROM cohort_areas`);
}

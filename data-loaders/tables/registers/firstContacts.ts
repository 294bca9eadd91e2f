import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {specialties} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {isAbout, share} from "../counted/group.js";
import {contact, patientsOf} from "../sums/registers.js";
import {hospitalRegionColumn, incompleteIn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Table} from "../table.js";

/** Specialty of the index contact's department, by hospital region. */
export const table: Table<RegisterModels> = {
  name: "first_contacts",
  title: "Første kontakt",
  place: 50,
  columns: [
    periodColumn,
    hospitalRegionColumn,
    {
      name: "specialty",
      type: "VARCHAR",
      meaning: `Speciale; ${inDanish(specialties)}`,
      english: `Specialty: ${inEnglish(specialties)}`
    },
    ...shareColumns(
      {
        meaning: "Patienter med første kontakt i specialet",
        english: "Patients whose first contact was in the specialty"
      },
      {meaning: "Patienter i hospitalsregionen", english: "Patients in the hospital region"}
    )
  ],
  protection: () => ({
    counts: (row) => [
      share("patients", {...patientsOf(row), [contact(1)]: row.specialty as string}, "total", patientsOf(row))
    ],
    covers: (group) => isAbout(group, ["period", "hospital?", contact(1)])
  }),
  rows: async (models) => {
    const isIncomplete = incompleteIn(models);
    return withShares(
      await models.session.rows(`
      WITH specialties(specialty) AS (VALUES ('acute'), ('medicine'), ('surgery'), ('private'), ('other')),
      counted AS (
        SELECT period, coalesce(hospital_region, 'all') AS hospital_region, specialty, count(*)::INTEGER AS n
        FROM cohort GROUP BY period, specialty, ROLLUP (hospital_region)
      )
      -- Private hospitals are a region and a specialty at once: no other pair of theirs can have patients.
      SELECT period, hospital_region, specialty, coalesce(n, 0)::INTEGER AS patients,
        sum(n) OVER (PARTITION BY period, hospital_region)::INTEGER AS total
      FROM (SELECT DISTINCT period, hospital_region FROM counted) CROSS JOIN specialties
      LEFT JOIN counted USING (period, hospital_region, specialty)
      WHERE (hospital_region = 'all' OR (hospital_region = 'private') = (specialty = 'private'))
        AND (specialty <> 'other' OR getvariable('other_specialties') = 'other')
      ORDER BY ALL`),
      ({period}) => isIncomplete("hospitals", period as string)
    );
  }
};

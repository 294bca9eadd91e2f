import {hospitalPlaces} from "../../../src/domain/areas.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {isAbout, share} from "../counted/group.js";
import {patientsOf} from "../sums/registers.js";
import {hospitalRegionColumn, incompleteIn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Table} from "../table.js";

const {all: _, ...withoutAll} = hospitalPlaces;

/** Diagnosis groups at the index contact, by hospital region. */
export const table: Table<RegisterModels> = {
  name: "diagnoses",
  title: "Diagnoser",
  place: 60,
  columns: [
    periodColumn,
    {
      ...hospitalRegionColumn,
      meaning: `Hospitalets region: kode; ${inDanish(withoutAll)}`,
      english: `Region of the hospital: code, ${inEnglish(withoutAll)}`
    },
    {
      name: "diagnosis_group",
      type: "VARCHAR",
      meaning: "Diagnosegruppe ved den første kontakt, se kodelisten; other: andre rygdiagnoser",
      english: "Diagnosis group at the index contact, see the code list; other: other back diagnoses"
    },
    ...shareColumns(
      {meaning: "Patienter med diagnosen", english: "Patients with the diagnosis"},
      {meaning: "Patienter i hospitalsregionen", english: "Patients in the hospital region"}
    )
  ],
  protection: () => ({
    counts: (row) => [
      share("patients", {...patientsOf(row), diagnosis: row.diagnosis_group as string}, "total", patientsOf(row))
    ],
    covers: (group) => isAbout(group, ["period", "hospital?", "diagnosis"])
  }),
  rows: async (models) => {
    const isIncomplete = incompleteIn(models);
    return withShares(
      await models.session.rows(`
      WITH counted AS (
        SELECT period, coalesce(hospital_region, 'country') AS hospital_region, diagnosis_group, count(*)::INTEGER AS n
        FROM cohort GROUP BY period, diagnosis_group, ROLLUP (hospital_region)
      )
      SELECT period, hospital_region, diagnosis_group, coalesce(n, 0)::INTEGER AS patients,
        sum(n) OVER (PARTITION BY period, hospital_region)::INTEGER AS total
      FROM (SELECT DISTINCT period, hospital_region FROM counted)
        CROSS JOIN (SELECT DISTINCT diagnosis_group FROM code_back_diagnoses)
        LEFT JOIN counted USING (period, hospital_region, diagnosis_group)
      ORDER BY ALL`),
      ({hospital_region: place, period}) => isIncomplete(place === "country" ? "cohort" : "hospitals", period as string)
    );
  }
};

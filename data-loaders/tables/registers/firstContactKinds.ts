import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {departmentKinds} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {isAbout, share, type Group} from "../counted/group.js";
import {contact, patientsOf, spineCentre} from "../sums/registers.js";
import {hospitalRegionColumn, incompleteIn, periodColumn, shareColumns, withShares} from "../registerTable.js";
import type {Table} from "../table.js";

/**
 * First contacts as in `first_contacts`, spine centres taken out of their specialties: one region's is a medical
 * department, another's a surgical one. Nothing is published where no department has a name to be known by.
 */
export const table: Table<RegisterModels> = {
  name: "first_contact_kinds",
  title: "Første kontakt, rygcentre for sig",
  place: 55,
  columns: [
    periodColumn,
    hospitalRegionColumn,
    {
      name: "kind",
      type: "VARCHAR",
      meaning: `Afdelingens art, specialer uden rygcentre; ${inDanish(departmentKinds)}`,
      english: `Kind of department, specialties without spine centres: ${inEnglish(departmentKinds)}`
    },
    ...shareColumns(
      {
        meaning: "Patienter med første kontakt på afdelinger af den art",
        english: "Patients whose first contact was with departments of the kind"
      },
      {meaning: "Patienter i hospitalsregionen", english: "Patients in the hospital region"}
    )
  ],
  protection: () => ({
    counts: (row) => {
      const patients = patientsOf(row);
      const group: Group =
        row.kind === "spine_centre"
          ? {...patients, [spineCentre]: "yes"}
          : {...patients, [contact(1)]: row.kind as string, [spineCentre]: "no"};
      return [share("patients", group, "total", patients)];
    },
    // No spine centre is private.
    covers: (group) =>
      group[spineCentre] === "yes"
        ? isAbout(group, ["period", "hospital?", spineCentre]) ||
          (isAbout(group, ["period", "hospital?", contact(1), spineCentre]) && group[contact(1)] === "private")
        : isAbout(group, ["period", "hospital?", contact(1), spineCentre])
  }),
  rows: async (models) => {
    const isIncomplete = incompleteIn(models);
    const [{named}] = (await models.session.rows("SELECT count(name) > 0 AS named FROM organisations")) as [
      {named: boolean}
    ];
    return withShares(
      await models.session.rows(`
      WITH kinds(kind) AS (
        VALUES ('spine_centre'), ('acute'), ('medicine'), ('surgery'), ('private'), ('other')
      ),
      counted AS (
        SELECT period, coalesce(hospital_region, 'all') AS hospital_region, kind, count(*)::INTEGER AS n
        FROM (SELECT *, CASE WHEN spine_centre THEN 'spine_centre' ELSE specialty END AS kind FROM cohort)
        GROUP BY period, kind, ROLLUP (hospital_region)
      )
      -- Private hospitals are a region and a kind at once: no other pair of theirs can have patients.
      SELECT period, hospital_region, kind, coalesce(n, 0)::INTEGER AS patients,
        sum(n) OVER (PARTITION BY period, hospital_region)::INTEGER AS total
      FROM (SELECT DISTINCT period, hospital_region FROM counted) CROSS JOIN kinds
      LEFT JOIN counted USING (period, hospital_region, kind)
      WHERE (hospital_region = 'all' OR (hospital_region = 'private') = (kind = 'private'))
        AND (kind <> 'other' OR getvariable('other_specialties') = 'other')
      ORDER BY ALL`),
      ({period}) => !named || isIncomplete("hospitals", period as string)
    );
  }
};

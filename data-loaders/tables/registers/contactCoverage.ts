import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {hospitalPlaces} from "../../../src/domain/areas.js";
import {contactKnowledge} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {share, where, type Group} from "../counted/group.js";
import {hospitalRegionColumn, incompleteIn, periodColumn, registerStatusColumn} from "../registerTable.js";
import type {Table} from "../table.js";
import type {Row} from "../../engine/session.js";

const {all: _, ...withoutAll} = hospitalPlaces;

/** Of which back contacts the registers know the patient's residence and the department, by month. */
export const table: Table<RegisterModels> = {
  name: "contact_coverage",
  title: "Kontakter med kendt bopæl og afdeling",
  place: 160,
  columns: [
    {...periodColumn, meaning: "Periode, som kontakten ligger i", english: "Period of the contact"},
    {
      name: "month",
      type: "VARCHAR",
      meaning: "Kontaktens måned: år-måned",
      english: "Month of the contact: year-month"
    },
    {
      ...hospitalRegionColumn,
      meaning: `Hospitalets region: kode; ${inDanish(withoutAll)}`,
      english: `Region of the hospital: code, ${inEnglish(withoutAll)}`
    },
    {
      name: "item",
      type: "VARCHAR",
      meaning: `Hvad der kendes: ${inDanish(contactKnowledge)}`,
      english: `What is known: ${inEnglish(contactKnowledge)}`
    },
    {
      name: "known",
      type: "INTEGER",
      meaning: "Rygkontakter, hvor det kendes",
      english: "Back contacts of which it is known",
      unit: "kontakter",
      counts: "contacts"
    },
    {
      name: "total",
      type: "INTEGER",
      meaning: "Rygkontakter i måneden",
      english: "Back contacts of the month",
      unit: "kontakter",
      counts: "contacts"
    },
    {name: "percent", type: "DOUBLE", meaning: "Andel", english: "Share", unit: "%"},
    registerStatusColumn
  ],
  protection: () => ({
    counts: (row) => [share("known", {...contactsOf(row), [knownOf(row)]: "yes"}, "total", contactsOf(row))]
  }),
  rows: async (models) => {
    const isIncomplete = incompleteIn(models);
    const rows = await models.session.rows(`
      WITH summed AS (
        SELECT period, month, coalesce(hospital_region, 'country') AS hospital_region, sum(contacts)::INTEGER AS total,
          sum(residence)::INTEGER AS residence, sum(department)::INTEGER AS department
        FROM contact_coverage GROUP BY period, month, ROLLUP (hospital_region)
      )
      SELECT period, month, hospital_region, item, known, total, 100 * known / total AS percent,
        CASE known WHEN 0 THEN 'none' ELSE 'shown' END AS status
      FROM (UNPIVOT summed ON residence, department INTO NAME item VALUE known)
      ORDER BY period, month, hospital_region, item`);
    return rows.map((row) =>
      isIncomplete(row.hospital_region === "country" ? "cohort" : "hospitals", String(row.period))
        ? {...row, known: null, total: null, percent: null, status: "incomplete"}
        : row
    );
  }
};

/** Contacts, and not patients: no sum ties them to other tables. */
function contactsOf({month, hospital_region: place}: Row): Group {
  return where({"contacts in": String(month)}, {hospital: place === "country" ? undefined : String(place)});
}

function knownOf({item}: Row): string {
  return `${item as string} of contact`;
}

import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {specialties} from "../../../src/domain/registers.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {isAbout, where} from "../counted/group.js";
import {contact, patientsOf} from "../sums/registers.js";
import {hospitalRegionColumn, incompleteIn, periodColumn, registerStatusColumn} from "../registerTable.js";
import {statusOf, type Table} from "../table.js";

/**
 * From each contact to the next or to the end, by hospital region or by specialty of the index contact: by both, nearly
 * every flow would be of too few.
 */
export const table: Table<RegisterModels> = {
  name: "patient_flows",
  title: "Patientforløb",
  place: 20,
  columns: [
    periodColumn,
    hospitalRegionColumn,
    {
      name: "start_specialty",
      type: "VARCHAR",
      meaning: "Speciale ved den første kontakt; all: alle. Altid all, hvor hospitalets region ikke er det",
      english: "Specialty of the first contact; all: every one, as wherever the hospital region is not all"
    },
    {name: "contact_no", type: "INTEGER", meaning: "Kontaktens nummer", english: "The contact's number"},
    {
      name: "from_specialty",
      type: "VARCHAR",
      meaning: `Speciale ved kontakten; ${inDanish(specialties)}`,
      english: `Specialty of the contact: ${inEnglish(specialties)}`
    },
    {
      name: "to_specialty",
      type: "VARCHAR",
      meaning: "Speciale ved den næste kontakt inden for et år; ended: ingen flere",
      english: "Specialty of the next contact within a year; ended: no more"
    },
    {
      name: "patients",
      type: "INTEGER",
      meaning: "Patienter",
      english: "Patients",
      unit: "patienter",
      counts: "patients"
    },
    registerStatusColumn
  ],
  protection: () => ({
    counts: (row) => {
      if (row.from_specialty === null) return [];
      const {
        start_specialty: start,
        contact_no: no,
        from_specialty: from,
        to_specialty: to
      } = row as Record<string, string>;
      const started = where(patientsOf(row), {[contact(1)]: start === "all" ? undefined : start});
      return [{column: "patients", group: {...started, [contact(Number(no))]: from!, [contact(Number(no) + 1)]: to!}}];
    },
    // Nearly everybody stays where they are or is seen no more, which is what readers come for.
    loss: (row) => (row.to_specialty === "ended" || row.to_specialty === row.from_specialty ? 10 : 1),
    covers: (group) => {
      const contacts = Object.keys(group)
        .filter((dimension) => dimension.startsWith("contact "))
        .map((dimension) => Number(dimension.slice("contact ".length)));
      const [last, before] = contacts.sort((a, b) => b - a);
      return (
        before !== undefined &&
        last === before + 1 &&
        isAbout(group, ["period", "hospital?", `${contact(1)}?`, contact(before), contact(last)])
      );
    }
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const rows = await models.session.rows<{period: string; patients: number}>(`
      SELECT period, coalesce(hospital_region, 'all') AS hospital_region,
        coalesce(start_specialty, 'all') AS start_specialty, contact_no, from_specialty, to_specialty,
        count(*)::INTEGER AS patients
      FROM (
        SELECT f.period, c.hospital_region, c.specialty AS start_specialty, f.contact_no, f.specialty AS from_specialty,
          coalesce(f.next_specialty, 'ended') AS to_specialty
        FROM flow_contacts f JOIN cohort c USING (period, person_id)
        WHERE f.contact_no < ${models.parameters.flowContacts}
      )
      GROUP BY period, contact_no, from_specialty, to_specialty,
        GROUPING SETS ((), (hospital_region), (start_specialty))
      ORDER BY ALL`);
    // Whole flows are left out, since a flow cut short would look like one that ended: one row says so.
    const whole = rows
      .filter(({period}) => !isIncomplete("patient_flows", period))
      .map((row) => ({...row, status: statusOf(row.patients)}));
    const incomplete = models.parameters.periods.filter(({id}) => isIncomplete("patient_flows", id));
    return [
      ...whole,
      ...incomplete.map(({id}) => ({
        period: id,
        hospital_region: "all",
        start_specialty: "all",
        contact_no: 1,
        from_specialty: null,
        to_specialty: null,
        patients: null,
        status: "incomplete"
      }))
    ];
  }
};

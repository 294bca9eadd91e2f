import {ascending} from "d3-array";
import type {Row} from "../../engine/session.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import type {Count, Group} from "../counted/group.js";
import {contact, ofIndicator, patientsOf} from "../sums/registers.js";
import {table as incidence} from "./incidence.js";
import type {KeyFigure} from "../keyFigure.js";
import {keyFiguresOfCohort} from "../keyFiguresOfCohort.js";
import {keyFiguresOfIndicators} from "../keyFiguresOfIndicators.js";
import {incompleteIn, periodColumn, registerStatusColumn} from "../registerTable.js";
import {statusOf, type Table} from "../table.js";

/**
 * The key figures of a period, under the names of the report's own
 * (`data/published/dard_key_figures.csv`) where it has them.
 */
export const table: Table<RegisterModels> = {
  name: "key_figures",
  title: "Nøgletal",
  place: 130,
  columns: [
    periodColumn,
    {name: "key", type: "VARCHAR", meaning: "Nøgletal", english: "Key figure"},
    {name: "value", type: "DOUBLE", meaning: "Værdi", english: "Value", decimals: 1},
    {
      name: "unit",
      type: "VARCHAR",
      meaning: "Enhed: patients, percent, years",
      english: "Unit: patients, percent, years"
    },
    {
      name: "n",
      type: "INTEGER",
      meaning: "Patienter bag nøgletallet",
      english: "Patients behind the key figure",
      counts: "patients",
      internal: true
    },
    {
      name: "total",
      type: "INTEGER",
      meaning: "Patienter, som andelen er af",
      english: "Patients that the share is of",
      counts: "patients",
      internal: true
    },
    registerStatusColumn
  ],
  protection: () => ({counts: (row) => countOf(row, patientsOf(row))}),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const figures = [...(await keyFiguresOfCohort(models)), ...(await keyFiguresOfIndicators(models))];
    const periods = models.parameters.periods.toSorted((a, b) => ascending(a.from, b.from));
    const before = new Map(periods.slice(1).map(({id}, i) => [id, periods[i]!.id]));
    const merged = models.parameters.otherSpecialties !== "other";
    return figures
      .filter(({key}) => !(merged && key === "first_contact_other"))
      .map(({subject, ...figure}) =>
        isIncomplete(subject ?? "cohort", figure.period) ||
        (ofHospitals.test(figure.key) && isIncomplete("hospitals", figure.period)) ||
        (figure.key === "patients_change" && isIncomplete("cohort", before.get(figure.period)!))
          ? {...figure, value: null, n: null, total: null, status: "incomplete"}
          : {...figure, value: shareOf(figure), status: statusOf(figure.n ?? 1)}
      )
      .sort((a, b) => ascending(a.period, b.period) || ascending(a.key, b.key)) satisfies Row[];
  },
  // What is known of the period before is what was published of it.
  rowsOfShown({parameters}, shown, rows) {
    const patients = new Map(
      shown(incidence.name).flatMap(({area_type, period, patients}) =>
        area_type === "country" ? [[period, patients]] : []
      )
    );
    const inOrder = parameters.periods.toSorted((a, b) => ascending(a.from, b.from)).map(({id}) => id);
    return rows.map((row) => {
      if (row.key !== "patients_change") return row;
      const [now, before] = [
        patients.get(row.period),
        patients.get(inOrder[inOrder.indexOf(row.period as string) - 1])
      ];
      return typeof now === "number" && typeof before === "number"
        ? {...row, value: now - before}
        : {...row, value: null, status: "hidden_secondary"};
    });
  }
};

/** The key figures for which it must be known which hospitals are private. */
const ofHospitals = /^first_contact_|_(public|private|private_first)$/;

function shareOf({value, n, total}: Pick<KeyFigure, "value" | "n" | "total">): number | null {
  if (n === null || total === null) return value;
  return total > 0 ? (100 * n) / total : null;
}

const contacts: Record<string, string> = {
  acute: "acute",
  surgical: "surgery",
  medical: "medicine",
  private_hospital: "private",
  other: "other"
};
const sites: Record<string, string> = {neck: "neck", lumbar_back: "back", unspecified: "unspecified"};

/** Whom a key figure is about; a change from period to period is about none but those of the periods. */
function countOf({key: name}: Row, patients: Group): Count[] {
  const key = name as string;
  const of = (group: Group, total?: Group): Count[] => [
    {column: "n", group, ...(total && {of: {column: "total", group: total}})}
  ];
  if (["patients_total", "population_included", "mean_age"].includes(key)) return of(patients);
  if (key === "patients_change") return [];
  if (key === "population_seen") return of({period: patients.period!, "seen in period": "yes"});
  if (key.startsWith("population_"))
    return of({period: patients.period!, "left out": key.replace(/^population_(left_out_)?/, "")});
  if (key.startsWith("first_contact_"))
    return of({...patients, [contact(1)]: contacts[key.slice("first_contact_".length)]!}, patients);
  if (key.startsWith("site_")) return of({...patients, site: sites[key.slice("site_".length)]!}, patients);
  if (key === "dx_unspecific_back_pain") return of({...patients, diagnosis: "DM54"}, patients);
  const [, sex, sector] = /^(women|men)_(public|private)$/.exec(key) ?? [];
  if (sex)
    return of(
      {...patients, [contact(1)]: sector!, sex: sex === "men" ? "male" : "female"},
      {...patients, [contact(1)]: sector!}
    );
  const surgery = "surgery_within_a_year";
  if (key === "operated_within_1y")
    return of(ofIndicator(patients, surgery, "numerator"), ofIndicator(patients, surgery, "in"));
  if (key === "operated_within_1y_private_first") {
    const first = {...patients, [contact(1)]: "private"};
    return of(ofIndicator(first, surgery, "numerator"), ofIndicator(first, surgery, "in"));
  }
  const [, id, what] =
    /^(.*)_(denominator_share|mean_age|men|married_or_partner|diagnosis_DM54_at_first_contact)$/.exec(key) ?? [];
  if (!id) throw new Error(`no group is declared for the key figure ${key}`);
  const asked = ofIndicator(patients, id, "in");
  if (what === "denominator_share")
    return of(asked, id === "labour_market_retention" ? {...patients, [`ages of ${id}`]: "yes"} : patients);
  if (what === "mean_age") return of(asked);
  const about: Group =
    what === "men" ? {sex: "male"} : what === "married_or_partner" ? {married: "yes"} : {diagnosis: "DM54"};
  return of({...asked, ...about}, asked);
}

import {missing, sexesOfAudit} from "../../src/domain/audit.js";
import {inDanish, inEnglish} from "../../src/domain/words.js";
import {professionColumn, roundColumn, statusColumn, type TableShape} from "./table.js";

/** Means of the audit and of the registers in one table: the former have a round, the latter a period. */
export const means: Omit<TableShape, "place"> = {
  name: "means",
  title: "Gennemsnit",
  columns: [
    {
      name: "subject",
      type: "VARCHAR",
      meaning:
        "Hvad der er gennemsnit af, i år; audit_age: alder i auditten; register_age: patienternes alder; <indikator>_age: alder i indikatorens nævner",
      english:
        "What is averaged, in years; audit_age: age in the audit; register_age: age of the patients; <indicator>_age: age in the indicator's denominator"
    },
    {
      ...roundColumn,
      meaning: "Registreringsrunde; tom for registrene",
      english: "Round of registration; empty for the registers"
    },
    {
      name: "period",
      type: "VARCHAR",
      meaning: "Periode for den første kontakt; tom for auditten",
      english: "Period of the index contact; empty for the audit"
    },
    {
      ...professionColumn,
      meaning: "Faggruppe (skema); all: alle skemaer undtagen telefon; tom for registrene",
      english: "Profession (form); all: every form but the telephone ones; empty for the registers"
    },
    {
      name: "sex",
      type: "VARCHAR",
      meaning: `Køn; ${inDanish(sexesOfAudit)}; unknown i registrene: ${missing.danish}`,
      english: `Sex: ${inEnglish(sexesOfAudit)}, unknown in the registers (${missing.english})`
    },
    {name: "mean", type: "DOUBLE", meaning: "Gennemsnit", english: "Mean", unit: "år", decimals: 1},
    {
      name: "n",
      type: "INTEGER",
      meaning: "Registreringer, i registrene patienter, med kendt værdi",
      english: "Registrations, in the registers patients, with a known value",
      counts: "registrations"
    },
    statusColumn
  ]
};

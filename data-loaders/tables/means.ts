import {professionColumn, roundColumn, statusColumn, type TableShape} from "./table.js";

/** Means of the audit and of the registers in one table: the former have a round, the latter a period. */
export const means: TableShape = {
  name: "means",
  title: "Gennemsnit",
  columns: [
    {name: "subject", type: "VARCHAR", meaning: "Hvad der er gennemsnit af, i år; audit_age: alder i auditten; register_age: patienternes alder; <indikator>_age: alder i indikatorens nævner"},
    {...roundColumn, meaning: "Registreringsrunde; tom for registrene"},
    {name: "period", type: "VARCHAR", meaning: "Periode for den første kontakt; tom for auditten"},
    {...professionColumn, meaning: "Faggruppe (skema); all: alle skemaer undtagen telefon; tom for registrene"},
    {name: "sex", type: "VARCHAR", meaning: "Køn: female, male, missing eller unknown (ikke oplyst), all (alle)"},
    {name: "mean", type: "DOUBLE", meaning: "Gennemsnit", unit: "år", decimals: 1},
    {name: "n", type: "INTEGER", meaning: "Registreringer, i registrene patienter, med kendt værdi", counts: "registrations"},
    statusColumn
  ]
};

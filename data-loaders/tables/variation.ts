import {roundColumn, statusColumn, type TableShape} from "./table.js";

/**
 * How much participants, and areas, differ on each answer or indicator, and how much of it
 * chance explains: the audit has a round, the registers a period.
 */
export const variation: Omit<TableShape, "place"> = {
  name: "variation",
  title: "Variation mellem deltagere og mellem områder",
  columns: [
    {
      name: "subject",
      type: "VARCHAR",
      meaning:
        "Hvem der sammenlignes; audit_<faggruppe>: deltagerne i faggruppen; register_municipality: kommuner; register_region: regioner",
      english:
        "Who is compared; audit_<profession>: the profession's participants; register_municipality: municipalities; register_region: regions"
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
      name: "measure",
      type: "VARCHAR",
      meaning: "spørgsmål.svar, et sammensat mål eller en indikator",
      english: "question.answer, a composite or an indicator"
    },
    {
      name: "units",
      type: "INTEGER",
      meaning: "Deltagere, i registrene områder, der vises",
      english: "Participants, in the registers areas that are shown",
      counts: "participants"
    },
    {
      name: "observed_spread",
      type: "DOUBLE",
      meaning: "Observeret spredning, vægtet med registreringer eller patienter",
      english: "Observed spread, weighted by registrations or patients",
      unit: "procentpoint",
      decimals: 1
    },
    {
      name: "expected_spread",
      type: "DOUBLE",
      meaning: "Spredning ventet alene ved tilfældighed",
      english: "Spread expected by chance alone",
      unit: "procentpoint",
      decimals: 1
    },
    {
      name: "chance_share",
      type: "DOUBLE",
      meaning: "Tilfældighedens andel af den observerede varians",
      english: "Share of the observed variance due to chance",
      unit: "%",
      decimals: 0
    },
    {
      name: "scv",
      type: "DOUBLE",
      meaning: "Systematisk variationskomponent × 100",
      english: "Systematic component of variation × 100",
      decimals: 1
    },
    {
      name: "extremal_quotient",
      type: "DOUBLE",
      meaning: "Højeste andel delt med laveste",
      english: "Highest share divided by the lowest (extremal quotient)",
      decimals: 1
    },
    {
      name: "cv",
      type: "DOUBLE",
      meaning: "Variationskoefficient, uvægtet",
      english: "Coefficient of variation, unweighted",
      unit: "%",
      decimals: 0
    },
    statusColumn
  ]
};

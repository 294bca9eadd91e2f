import {roundColumn, statusColumn, type TableShape} from "./table.js";

/** How much participants, and areas, differ on each answer or indicator, and how much of it chance explains: the audit has a round, the registers a period. */
export const variation: TableShape = {
  name: "variation",
  title: "Variation mellem deltagere og mellem områder",
  columns: [
    {name: "subject", type: "VARCHAR", meaning: "Hvem der sammenlignes; audit_<faggruppe>: deltagerne i faggruppen; register_municipality: kommuner; register_region: regioner"},
    {...roundColumn, meaning: "Registreringsrunde; tom for registrene"},
    {name: "period", type: "VARCHAR", meaning: "Periode for den første kontakt; tom for auditten"},
    {name: "measure", type: "VARCHAR", meaning: "spørgsmål.svar, et sammensat mål eller en indikator"},
    {name: "units", type: "INTEGER", meaning: "Deltagere, i registrene områder, der vises", counts: "participants"},
    {name: "observed_spread", type: "DOUBLE", meaning: "Observeret spredning, vægtet med registreringer eller patienter", unit: "procentpoint", decimals: 1},
    {name: "expected_spread", type: "DOUBLE", meaning: "Spredning ventet alene ved tilfældighed", unit: "procentpoint", decimals: 1},
    {name: "chance_share", type: "DOUBLE", meaning: "Tilfældighedens andel af den observerede varians", unit: "%", decimals: 0},
    {name: "scv", type: "DOUBLE", meaning: "Systematisk variationskomponent × 100", decimals: 1},
    {name: "extremal_quotient", type: "DOUBLE", meaning: "Højeste andel delt med laveste", decimals: 1},
    {name: "cv", type: "DOUBLE", meaning: "Variationskoefficient, uvægtet", unit: "%", decimals: 0},
    statusColumn
  ]
};

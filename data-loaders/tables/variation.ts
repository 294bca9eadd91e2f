import type {Variation} from "../../src/statistics/variation.js";
import type {Row} from "../engine/session.js";
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
      meaning: "Observeret spredning, vægtet med registreringer eller patienter; i registrene ud over køn og alder",
      english: "Observed spread, weighted by registrations or patients; in the registers beyond sex and age",
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
      name: "chance_share_low",
      type: "DOUBLE",
      meaning: "Nedre 95 %-grænse for tilfældighedens andel",
      english: "Lower 95% limit of the share due to chance",
      unit: "%",
      decimals: 0
    },
    {
      name: "chance_share_high",
      type: "DOUBLE",
      meaning: "Øvre 95 %-grænse for tilfældighedens andel",
      english: "Upper 95% limit of the share due to chance",
      unit: "%",
      decimals: 0
    },
    {
      name: "between_spread",
      type: "DOUBLE",
      meaning: "Spredning mellem de sande andele, det vil sige ud over tilfældighed",
      english: "Standard deviation between true shares, that is, beyond chance",
      unit: "procentpoint",
      decimals: 1
    },
    {
      name: "between_spread_low",
      type: "DOUBLE",
      meaning: "Nedre 95 %-grænse for spredningen mellem de sande andele",
      english: "Lower 95% limit of the standard deviation between true shares",
      unit: "procentpoint",
      decimals: 1
    },
    {
      name: "between_spread_high",
      type: "DOUBLE",
      meaning: "Øvre 95 %-grænse for spredningen mellem de sande andele",
      english: "Upper 95% limit of the standard deviation between true shares",
      unit: "procentpoint",
      decimals: 1
    },
    {
      name: "scv",
      type: "DOUBLE",
      meaning: "Systematisk variationskomponent × 100, af samme varians mellem de sande andele",
      english: "Systematic component of variation × 100, of the same variance between true shares",
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

/** What is published of a variation. */
export function spreadColumns(spread: Variation): Row {
  return {
    units: spread.units,
    observed_spread: spread.observedSpread,
    expected_spread: spread.expectedSpread,
    chance_share: spread.chanceShare,
    chance_share_low: spread.chanceShareLow,
    chance_share_high: spread.chanceShareHigh,
    between_spread: spread.betweenSpread,
    between_spread_low: spread.betweenSpreadLow,
    between_spread_high: spread.betweenSpreadHigh,
    scv: spread.scv,
    extremal_quotient: spread.extremalQuotient,
    cv: spread.cv
  };
}

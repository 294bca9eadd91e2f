import {group, rollups, sum} from "d3-array";
import {variation as variationOf} from "../../src/statistics/variation.js";
import {participantMeasures} from "./auditParticipants.js";
import {roundColumn, statusColumn, type Table} from "./table.js";

/** How much participants differ on each answer and composite, and how much of it chance explains. */
export const variation: Table = {
  name: "variation",
  title: "Variation mellem deltagere",
  columns: [
    {name: "subject", type: "VARCHAR", meaning: "Hvem der sammenlignes; audit_<faggruppe>: deltagerne i faggruppen"},
    roundColumn,
    {name: "measure", type: "VARCHAR", meaning: "spørgsmål.svar eller et sammensat mål"},
    {name: "units", type: "INTEGER", meaning: "Deltagere", unit: "deltagere", counts: "participants"},
    {name: "observed_spread", type: "DOUBLE", meaning: "Observeret spredning, vægtet med registreringer", unit: "procentpoint"},
    {name: "expected_spread", type: "DOUBLE", meaning: "Spredning ventet alene ved tilfældighed", unit: "procentpoint"},
    {name: "chance_share", type: "DOUBLE", meaning: "Tilfældighedens andel af den observerede varians", unit: "%"},
    {name: "scv", type: "DOUBLE", meaning: "Systematisk variationskomponent × 100"},
    {name: "extremal_quotient", type: "DOUBLE", meaning: "Højeste andel delt med laveste"},
    {name: "cv", type: "DOUBLE", meaning: "Variationskoefficient, uvægtet", unit: "%"},
    statusColumn
  ],
  rows: ({codebook, counts}) =>
    codebook.professions.flatMap((form) =>
      [...group(counts.filter((c) => c.profession === form.id), (c) => c.round)].flatMap(([round, members]) =>
        participantMeasures(codebook, form).map((measure) => {
          const units = rollups(
            members,
            (own) => ({y: sum(own, (c) => c.ticked[measure] ?? 0), n: sum(own, (c) => c.total)}),
            (c) => c.participant
          ).map(([, unit]) => unit);
          const {units: k, ...spread} = variationOf(units);
          return {
            subject: `audit_${form.id}`,
            round,
            measure,
            units: k,
            observed_spread: spread.observedSpread,
            expected_spread: spread.expectedSpread,
            chance_share: spread.chanceShare,
            scv: spread.scv,
            extremal_quotient: spread.extremalQuotient,
            cv: spread.cv,
            status: units.some((u) => u.y > 0) ? "shown" : "none"
          };
        })
      )
    )
};

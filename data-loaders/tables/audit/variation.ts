import {group, rollups, sum} from "d3-array";
import {variation as variationOf} from "../../../src/statistics/variation.js";
import {referredGroup} from "../sums/answers.js";
import {registrationsOf} from "../sums/audit.js";
import {participantMeasures} from "./auditParticipants.js";
import type {AuditModels, Table} from "../table.js";
import {spreadColumns, variation} from "../variation.js";

/** How much participants differ on each answer and composite, and how much of it chance explains. */
export const table: Table<AuditModels> = {
  ...variation,
  place: 70,
  protection: (codebook) => ({
    counts: () => [],
    about: (row) =>
      referredGroup(
        registrationsOf({round: row.round, profession: String(row.subject).replace("audit_", "")}),
        codebook,
        row.measure as string
      )
  }),
  rows: ({codebook, counts}) =>
    codebook.professions.flatMap((form) =>
      [
        ...group(
          counts.filter((c) => c.profession === form.id),
          (c) => c.round
        )
      ].flatMap(([round, members]) =>
        participantMeasures(codebook, form).map((measure) => {
          const units = rollups(
            members,
            (own) => ({y: sum(own, (c) => c.ticked[measure] ?? 0), n: sum(own, (c) => c.total)}),
            (c) => c.participant
          ).map(([, unit]) => unit);
          return {
            subject: `audit_${form.id}`,
            round,
            period: null,
            measure,
            ...spreadColumns(variationOf(units)),
            status: units.some((u) => u.y > 0) ? "shown" : "none"
          };
        })
      )
    )
};

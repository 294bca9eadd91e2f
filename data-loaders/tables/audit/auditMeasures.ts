import {asksAll} from "../../ground/codebook.js";
import {auditGroups, groupColumns, proportion, proportionColumns} from "../auditGroups.js";
import {share} from "../counted/group.js";
import {measureGroup} from "../sums/answers.js";
import {registrationsOf} from "../sums/audit.js";
import type {AuditModels, Table} from "../table.js";

/** Composites of the code book, for the forms that have all their answers. */
export const table: Table<AuditModels> = {
  name: "audit_measures",
  title: "Sammensatte mål i auditten",
  place: 20,
  columns: [
    ...groupColumns,
    {name: "measure", type: "VARCHAR", meaning: "Sammensat mål, se kodebogen", english: "Composite, see the code book"},
    ...proportionColumns
  ],
  protection: () => ({
    counts: (row) => [
      share("n", measureGroup(registrationsOf(row), row.measure as string), "total", registrationsOf(row))
    ]
  }),
  rows: ({codebook, counts}) =>
    auditGroups(codebook, counts).flatMap(({forms, counts: members, ...group}) =>
      codebook.measures
        .filter((measure) => forms.every((form) => asksAll(form, measure.anyOf)))
        .map((measure) => ({...group, measure: measure.id, ...proportion(members, measure.id)}))
    )
};

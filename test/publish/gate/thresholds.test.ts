import {expect, test} from "vitest";
import {gate} from "../../../publish/gate/gate.js";
import {readFinishedSite} from "../../../publish/gate/finishedSite.js";
import {readTables} from "../../../publish/gate/gatedTables.js";
import {auditTables} from "../../../data-loaders/tables/index.js";
import {removeFixtureSite, writeFixtureSite} from "./fixtureSite.js";

// 30 of the nurses' 33 patients were given advice.
test.each([
  [1, "shown"],
  [3, "shown"],
  [8, "hidden_rest"]
])("with a threshold of %i, a count that leaves three is %s, and the site passes", async (threshold, status) => {
  const site = await writeFixtureSite(11, "number", threshold);
  const {tables} = await readTables(readFinishedSite(site.dist), auditTables);
  const given = tables
    .find(({table}) => table.name === "audit_answers")!
    .rows.find(
      (row) =>
        row.profession === "nurse" &&
        row.answer_id === "advice" &&
        row.consultation === "all" &&
        row.patient_group === "all"
    );
  expect(given).toMatchObject({status});
  expect(await gate(site.settings, site.dist)).toMatchObject({before: false});
  removeFixtureSite(site);
});

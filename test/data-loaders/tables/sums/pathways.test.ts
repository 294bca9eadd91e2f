import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readCodebook} from "../../../../data-loaders/ground/codebook.js";
import {readCodelists} from "../../../../data-loaders/ground/codelists.js";
import type {CountedTable} from "../../../../data-loaders/disclosure/assemble.js";
import {protectTables} from "../../../../data-loaders/disclosure/protectTables.js";
import {addRanges} from "../../../../data-loaders/disclosure/ranges.js";
import {defaultRules} from "../../../../data-loaders/ground/rules.js";
import {registerSums} from "../../../../data-loaders/tables/sums/registers.js";
import {publishedRows} from "../../../../data-loaders/disclosure/withhold.js";
import type {Session} from "../../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../../data-loaders/indicators/definition/analyseRegisters.js";
import {registerTables} from "../../../../data-loaders/tables/index.js";
import {attacker} from "../../../../publish/gate/attacker.js";
import {checkout} from "../../../support/project.js";
import {openDelivery, parameters} from "../../models/registers/delivery.js";
import {someCourses} from "../../models/registers/someCourses.js";

let session: Session;
beforeAll(async () => void (session = await openDelivery(someCourses(0.6018))));
afterAll(() => session.close());

test("what pathways and rules add to the other tables holds, and reveals no small count", async () => {
  const codebook = readCodebook(join(checkout, "data/codebooks/laenderyg"));
  const models = await analyseRegisters(session, parameters);
  const sums = registerSums(
    readCodelists(join(checkout, "data/codelists")),
    parameters.periods,
    models.indicators.map(({id}) => id)
  );
  // Municipalities are tied to regions as ever, and take their time.
  const counted: CountedTable[] = [];
  for (const table of registerTables) {
    if (!table.protection) continue;
    const rows = (await table.rows(models)).filter((row) => row.area_type !== "municipality");
    counted.push({name: table.name, protection: table.protection(codebook, defaultRules), rows});
  }
  const listed = counted
    .find(({name}) => name === "pathways")!
    .rows.filter((row) => row.sequence !== "other" && row.area_id === "country");
  expect(listed.length).toBeGreaterThan(4);
  // A declared sum that does not hold is an error here.
  const hidden = await protectTables(counted, sums, defaultRules);
  const published = counted.map((table) => {
    const shape = registerTables.find(({name}) => name === table.name)!;
    return {...table, rows: publishedRows(shape, table.rows, hidden)};
  });
  await addRanges(published, sums, defaultRules);
  expect((await attacker(published, sums, defaultRules)).faults).toEqual([]);
  const hiddenPathways = published
    .find(({name}) => name === "pathways")!
    .rows.filter((row) => String(row.status).startsWith("hidden"));
  expect(hiddenPathways.length).toBeGreaterThan(0);
  const totals = new Map(
    counted
      .find(({name}) => name === "pathways")!
      .rows.map((row) => [`${row.period} ${row.area_id}`, row.total as number])
  );
  for (const row of hiddenPathways) {
    expect([row.patients, row.percent, row.median_days]).toEqual([null, null, null]);
    // How many patients an area has is told elsewhere, and so here.
    expect(row.total ?? row.total_least).toBeLessThanOrEqual(totals.get(`${row.period} ${row.area_id}`)!);
    expect(row.total ?? row.total_most).toBeGreaterThanOrEqual(totals.get(`${row.period} ${row.area_id}`)!);
  }
});

import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Participants} from "../../../data-loaders/ground/rules.js";
import type {Session} from "../../../data-loaders/engine/session.js";
import {readPages, sqlCells} from "../../../publish/pages/cells.js";
import {runOnce} from "../../../publish/answers/runCell.js";
import {publishedTables} from "../../../publish/answers/tables.js";
import {tableFile} from "../../../publish/framework/builtSite.js";
import {checkout} from "../../support/project.js";
import {removeFixtureSite, writeFixtureSite, type FixtureSite} from "../gate/fixtureSite.js";

const chosen: Record<string, string> = {round: "1", profession: "doctor", measure: "acts.advice"};
/** Every cell of every page that asks for participants one by one. */
const cells = readPages(join(checkout, "src"))
  .flatMap((page) => sqlCells(page))
  .filter(({parts}) => parts.join("").includes("audit_participants"));

describe.each<[Participants, number, RegExp]>([
  ["number", 3, /^[123]$/],
  ["code", 3, /^[0-9a-f]{64}$/],
  ["hidden", 0, /never/]
])("with participants shown by %s", (participants, bars, name) => {
  let site: FixtureSite;
  let session: Session;
  beforeAll(async () => {
    site = await writeFixtureSite(20, participants);
    session = await publishedTables(site.settings, (table) => join(site.dist, tableFile(table)));
  });
  afterAll(() => {
    session.close();
    removeFixtureSite(site);
  });

  test("every cell that asks for them is answered, under no other name", async () => {
    expect(cells.map(({page}) => page)).toContain("audit/variation.md");
    for (const {page, parts, expressions} of cells) {
      const {columns, rows} = await runOnce(
        session,
        parts,
        expressions.map((expression) => chosen[expression]!)
      );
      expect(columns).not.toContain("participant_no");
      const place = columns.indexOf("participant");
      if (place >= 0) for (const row of rows) expect(row[place]).toMatch(name);
      if (page === "audit/variation.md") expect(rows).toHaveLength(bars);
    }
  });
});

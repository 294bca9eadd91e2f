import * as fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {CountedTable} from "../../../data-loaders/disclosure/assemble.js";
import {reachAround, reachesAround, tooMuchOfFew} from "../../../data-loaders/disclosure/contribution.js";
import {share, where, type Group, type Sums} from "../../../data-loaders/tables/counted/group.js";
import {protectTables} from "../../../data-loaders/disclosure/protectTables.js";
import {defaultRules, type DisclosureRules} from "../../../data-loaders/ground/rules.js";
import {publishedRows} from "../../../data-loaders/disclosure/withhold.js";
import type {Row} from "../../../data-loaders/engine/session.js";
import {
  contributionColumns,
  contributionOf,
  withContribution
} from "../../../data-loaders/tables/contributionColumns.js";
import type {TableShape} from "../../../data-loaders/tables/table.js";
import {attacker} from "../../../publish/gate/attacker.js";

const rules: DisclosureRules = {...defaultRules, smallestParticipants: 3, largestShare: 85};

describe("by hand, with at least 3 participants and at most 85 %", () => {
  const of = (each: number[]) => {
    const row = contributionOf(each);
    const {from} = withContribution({column: "n", group: {}}, row);
    return tooMuchOfFew(
      each.reduce((sum, n) => sum + n, 0),
      from!,
      rules
    );
  };

  test("17 of 20 from one are 85 %, 18 of 20 are more", () => {
    expect([of([17, 2, 1]), of([18, 1, 1])]).toEqual([undefined, "dominated"]);
  });

  test("two participants are too few, whoever else registered nothing", () => {
    expect([of([10, 10]), of([10, 10, 0, 0]), of([10, 9, 1])]).toEqual(["participants", "participants", undefined]);
  });

  test("nobody says nothing of anybody", () => {
    expect([of([]), of([0, 0])]).toEqual([undefined, undefined]);
  });

  test("the settings that the project comes with hide none", () => {
    expect([
      tooMuchOfFew(6, {participants: 1, largest: 6}, defaultRules),
      tooMuchOfFew(1, {participants: 1, largest: 1}, defaultRules)
    ]).toEqual([undefined, undefined]);
  });

  // 100 · .85 = 85 and 100 / .85 = 117.6; around 6, two on each side are more.
  test("a reader must be left with 85 to 118 around 100, and 4 to 8 around 6", () => {
    expect(reachAround(100, rules)).toEqual({atMost: 85, atLeast: 118});
    expect(reachAround(6, rules)).toEqual({atMost: 4, atLeast: 8});
    expect(reachAround(6, {...rules, largestShare: 100})).toEqual({atMost: 4, atLeast: 8});
  });

  test("who does not know the count asks for no more than that", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 5000}),
        fc.integer({min: 50, max: 100}),
        fc.integer({min: 2, max: 9}),
        (count, largestShare, to) => {
          const {atMost, atLeast} = reachAround(count, {...rules, largestShare, interval: {from: 1, to}});
          expect(reachesAround(atMost, atLeast, {...rules, largestShare, interval: {from: 1, to}})).toBe(true);
        }
      )
    );
    // 100 to 138 is less than 85 to 118 stretched: 100 · (100 / 85)² = 138.4.
    expect([
      reachesAround(100, 138, rules),
      reachesAround(100, 139, rules),
      reachesAround(6, 9, rules),
      reachesAround(0, Infinity, rules)
    ]).toEqual([false, true, false, true]);
  });
});

const places = ["A", "B", "C"];
const kinds = ["1", "2", "3"];
const sums: Sums = {
  classifications: [
    {name: "stederne udgør alle", dimension: "place", parts: () => places},
    {name: "slagsene udgør alle", dimension: "kind", parts: () => kinds}
  ],
  others: () => [],
  isEmpty: () => false,
  isExempt: () => false
};
const groupOf = ({place, kind}: Row): Group =>
  where({}, {place: place === "all" ? undefined : String(place), kind: kind === "all" ? undefined : String(kind)});
const shape: TableShape = {
  name: "t",
  title: "Steder og slags",
  columns: [
    {name: "place", type: "VARCHAR", meaning: "Sted", english: "Place"},
    {name: "kind", type: "VARCHAR", meaning: "Slags", english: "Kind"},
    {name: "n", type: "INTEGER", meaning: "Antal", english: "Count", counts: "registrations"},
    {name: "total", type: "INTEGER", meaning: "I alt", english: "Total", counts: "registrations"},
    ...contributionColumns(),
    {name: "status", type: "VARCHAR", meaning: "Status", english: "Status"}
  ]
};
const protection = {
  counts: (row: Row) => [withContribution(share("n", groupOf(row), "total", groupOf({...row, kind: "all"})), row)]
};

/** Three places by three kinds with every margin, where each of some participants registered so many in each cell. */
function tableOf(registered: number[][]): CountedTable {
  const each = (place: string, kind: string) =>
    registered.map((own) =>
      own.reduce(
        (sum, n, i) =>
          sum +
          ((place === "all" || places[Math.floor(i / 3)] === place) && (kind === "all" || kinds[i % 3] === kind)
            ? n
            : 0),
        0
      )
    );
  const total = (ns: number[]) => ns.reduce((sum, n) => sum + n, 0);
  const rows = ["all", ...places].flatMap((place) =>
    ["all", ...kinds].map((kind): Row => {
      const n = total(each(place, kind));
      return {
        place,
        kind,
        n,
        total: total(each(place, "all")),
        ...contributionOf(each(place, kind)),
        status: n === 0 ? "none" : "shown"
      };
    })
  );
  return {name: "t", protection, rows};
}

async function publish(table: CountedTable, by: DisclosureRules): Promise<Row[]> {
  return publishedRows(shape, table.rows, await protectTables([table], sums, by));
}

test("a cell of the example that one participant dominates is hidden, says why, and takes others with it", async () => {
  // In A, 19 of the 20 of kind 1 are one participant's; everything else is shared evenly by four.
  const even = [4, 5, 6, 5, 4, 7, 6, 5, 4];
  const rows = await publish(
    tableOf([
      [19, 5, 6, 5, 4, 7, 6, 5, 4],
      [1, ...even.slice(1)],
      [0, ...even.slice(1)],
      [0, ...even.slice(1)]
    ]),
    rules
  );
  const of = (place: string, kind: string) => rows.find((row) => row.place === place && row.kind === kind)!;
  expect(of("A", "1")).toMatchObject({place: "A", kind: "1", n: null, total: null, status: "hidden_participants"});
  expect(rows.filter(({status}) => status === "hidden_secondary").length).toBeGreaterThanOrEqual(3);
  const shared = await publish(
    tableOf([
      [19, 5, 6, 5, 4, 7, 6, 5, 4],
      [1, ...even.slice(1)],
      [1, ...even.slice(1)],
      [1, ...even.slice(1)]
    ]),
    rules
  );
  expect(shared.find((row) => row.place === "A" && row.kind === "1")).toMatchObject({
    n: null,
    status: "hidden_dominated"
  });
  expect((await publish(tableOf([even, even, even, even]), rules)).every(({status}) => status === "shown")).toBe(true);
});

test("of random tables, nothing is shown that few are behind, what is shown is true, and the attacker finds nothing", async () => {
  let hidden = 0;
  const registered = fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({min: 0, max: 12})), {minLength: 9, maxLength: 9}),
    {minLength: 2, maxLength: 5}
  );
  await fc.assert(
    fc.asyncProperty(registered, async (each) => {
      const table = tableOf(each);
      const rows = await publish(table, rules).catch(() => undefined);
      // So little is left of some tables that no choice protects them: then nothing is published.
      if (!rows) return;
      rows.forEach((row, i) => {
        if (row.n === null) return;
        const before = table.rows[i]!;
        expect(row.n).toBe(before.n);
        expect(tooMuchOfFew(row.n as number, protection.counts(before)[0]!.from!, rules)).toBeUndefined();
      });
      hidden += rows.filter(({status}) => status === "hidden_participants" || status === "hidden_dominated").length;
      expect((await attacker([{...table, rows}], sums, rules)).faults).toEqual([]);
    }),
    {numRuns: 60}
  );
  expect(hidden).toBeGreaterThan(20);
});

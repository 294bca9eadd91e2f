import {describe, expect, test} from "vitest";
import type {CountedTable} from "../../../data-loaders/disclosure/assemble.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import type {Row} from "../../../data-loaders/engine/session.js";
import {attacker} from "../../../publish/gate/attacker.js";
import {addRanges} from "../../../data-loaders/disclosure/ranges.js";
import {withCounts} from "../../../data-loaders/disclosure/participantCounts.js";
import {example, few, fourHidden, groupOf, protectedWell, shares, sums, table} from "./workedExample.js";

const faults = async (...tables: CountedTable[]) => (await attacker(tables, sums, defaultRules)).faults;

test("the worked example holds with four cells hidden beside", async () => {
  expect(await attacker([table("t", example(protectedWell))], sums, defaultRules)).toMatchObject({
    faults: [],
    hidden: 2,
    parts: 1,
    largestPart: 6
  });
});

// The reference finds B3 in [1, 16] when nothing is known of why; that two protect others says that they are not small.
test("with two hidden beside, that they are not small themselves reveals too much", async () => {
  expect(await faults(table("t", example(fourHidden)))).toEqual([
    expect.stringMatching(/^kind=2 place=A kan regnes ud til mellem 1 og 3 af: /),
    expect.stringMatching(/^kind=3 place=B kan regnes ud til mellem 2 og 4 af: /)
  ]);
});

describe("a range is what follows, or is found:", () => {
  const ranged = async () => {
    const told = table("t", example(protectedWell));
    await addRanges([told], sums, defaultRules);
    return told;
  };
  const spoilt = async (where: string, change: (row: Row) => Row) => {
    const told = await ranged();
    const rows = told.rows.map((row) => (`${row.place}${row.kind}` === where ? {...row, ...change(row)} : row));
    return faults({...told, rows});
  };

  test("nothing, where all are as they follow", async () => expect(await faults(await ranged())).toEqual([]));

  test("one that leaves out what is possible", async () =>
    expect(await spoilt("A2", () => ({n_least: 2}))).toEqual([
      "t: n_least er 2, men af det offentliggjorte følger 1."
    ]));

  test("one that is wider than a table shows", async () =>
    expect(await spoilt("B3", () => ({n_most: 5}))).toEqual(["t: n_most er 5, men af det offentliggjorte følger 4."]));

  test("one of a number that is shown", async () =>
    expect(await spoilt("A1", ({n}) => ({n_least: n, n_most: n}))).toEqual([
      "t: n_least er 20, men af det offentliggjorte følger intet.",
      "t: n_most er 20, men af det offentliggjorte følger intet."
    ]));

  test("one that another reason would give", async () =>
    expect((await spoilt("A2", () => ({status: "hidden_secondary"}))).join("\n")).toMatch(/følger|modsiger hinanden/));
});

describe("is found:", () => {
  test("a hidden cell whose row and column can be summed, with the sums", async () => {
    const found = await faults(table("t", example(few)));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^kind=2 place=A kan regnes ud til 3 af: .*udgør alle/);
    expect(found[1]).toMatch(/^kind=3 place=B kan regnes ud til 4 af: /);
  });

  test("an unhidden 3", async () => {
    expect(
      await faults(
        table("t", example({B3: "hidden", B2: "hidden_secondary", C2: "hidden_secondary", C3: "hidden_secondary"}))
      )
    ).toEqual(["t viser 3 for kind=2 place=A; så få skal være skjult."]);
  });

  test("the number of a hidden cell as a cell of another table", async () => {
    const found = await faults(
      table("t", example(fourHidden)),
      table("other", [{place: "A", kind: "2", n: 3, status: "shown"}])
    );
    expect(found).toContain("other viser 3 for kind=2 place=A; så få skal være skjult.");
    expect(found.join("\n")).toMatch(/kind=3 place=B kan regnes ud til 4 af/);
  });

  test("a percentage beside its denominator", async () => {
    const row = {place: "A", kind: "2", n: null, total: 40, percent: 7.5, status: "hidden"};
    expect((await faults(table("t", example(protectedWell)), shares("s", [row]))).join("\n")).toMatch(
      /kind=2 place=A kan regnes ud til 3 af: .*procenten i s/
    );
  });

  test("a key figure: a percentage beside its denominator, and a number of patients", async () => {
    const figures = (row: Row): CountedTable => ({
      ...shares("key_figures", [{place: "A", kind: "2", status: "shown", ...row}])
    });
    expect(
      (await faults(table("t", example(protectedWell)), figures({unit: "percent", value: 7.5}))).join("\n")
    ).toMatch(/kind=2 place=A kan regnes ud til 3 af: .*procenten i key_figures/);
    expect(await faults(figures({unit: "patients", value: 3}))).toContain(
      "key_figures viser 3 for kind=2 place=A; så få skal være skjult."
    );
  });

  test("a rounded percentage beside its denominator", async () => {
    const row = {place: "C", kind: "2", n: null, total: 46, percent: 6.5, status: "hidden"};
    expect((await faults(shares("s", [row]))).join("\n")).toMatch(/kind=2 place=C kan regnes ud til 3 af/);
  });

  test("a share that leaves three", async () => {
    const rows = [{place: "A", kind: "1", n: 97, total: 100, percent: 97, status: "shown"}];
    expect(await faults(shares("s", rows))).toEqual(["s viser 97 af 100 for kind=1 place=A, så de 3 andre kan ses."]);
  });

  test("a share of four", async () => {
    const rows = [{place: "A", kind: "1", n: 4, total: 4, percent: 100, status: "shown"}];
    expect((await faults(shares("s", rows))).join("\n")).toMatch(/s viser en andel af kun 4/);
  });

  test("the difference of two groups, which no row shows", async () => {
    const rows = [
      {place: "A", kind: "all", n: 40, status: "shown"},
      {place: "A", kind: "all", severe: "yes", n: 37, status: "shown"}
    ];
    expect((await faults(table("t", rows))).join("\n")).toMatch(
      /place=A severe=no kan regnes ud til 3 af: severe udgør alle/
    );
  });

  test("a margin in another table", async () => {
    const inner = example(protectedWell)
      .filter(({kind}) => kind !== "all")
      .map((row) => (row.place === "B" ? {...row, n: null, status: "hidden_secondary"} : row));
    const margin = [
      {place: "A", kind: "all", n: 40, status: "shown"},
      {place: "A", kind: "3", severe: "yes", n: 0, status: "none"},
      {place: "A", kind: "3", severe: "no", n: 17, status: "shown"}
    ];
    expect((await faults(table("t", inner), table("margins", margin))).join("\n")).toMatch(
      /kind=2 place=A kan regnes ud til 3 af/
    );
  });

  test("a chain over three tables", async () => {
    const places = [
      {place: "A", n: null, status: "hidden"},
      {place: "B", n: null, status: "hidden_secondary"},
      {place: "C", n: 46, status: "shown"},
      {place: "all", n: 110, status: "shown"}
    ];
    const kinds = [
      {place: "B", kind: "1", n: 30, status: "shown"},
      {place: "B", kind: "2", n: null, status: "hidden_secondary"},
      {place: "B", kind: "3", n: 20, status: "shown"}
    ];
    const severe = [
      {place: "B", kind: "2", severe: "yes", n: 6, status: "shown"},
      {place: "B", kind: "2", severe: "no", n: 5, status: "shown"}
    ];
    expect((await faults(table("one", places), table("two", kinds), table("three", severe))).join("\n")).toMatch(
      /^place=A kan regnes ud til 3 af: .*place udgør alle.*kind udgør alle/m
    );
  });

  test("an interval that is not a number, but too narrow", async () => {
    const rows = [
      {place: "A", kind: "1", n: null, status: "hidden"},
      {place: "A", kind: "2", n: null, status: "hidden"},
      {place: "A", kind: "3", n: 20, status: "shown"},
      {place: "A", kind: "all", n: 26, status: "shown"}
    ];
    expect((await faults(table("t", rows))).join("\n")).toMatch(/kan regnes ud til mellem 2 og 4 af/);
  });

  test("numbers that contradict each other, of which nothing is proved", async () => {
    const rows = [
      {place: "A", kind: "all", n: 40, status: "shown"},
      {place: "A", kind: "all", severe: "yes", n: 50, status: "shown"}
    ];
    expect((await faults(table("t", rows))).join("\n")).toMatch(/modsiger hinanden/);
  });

  test("a group that two tables count differently, of which nothing is proved", async () => {
    const rows = (n: number) => [{place: "A", kind: "all", n, status: "shown"}];
    expect(await faults(table("t", rows(40)), table("u", rows(41)))).toEqual([
      expect.stringMatching(/talt forskelligt i to rækker.*place=A/)
    ]);
  });

  test("a diagram of what is hidden for all", async () => {
    const bars: CountedTable = {
      name: "bars",
      rows: [{measure: "x", place: "A", kind: "2", status: "shown"}],
      protection: {counts: () => [], about: groupOf}
    };
    expect(await faults(table("t", example(protectedWell)), bars)).toEqual([
      "bars viser x, selv om tallet for alle er skjult."
    ]);
  });

  test("a mean of fewer than the settings ask", async () => {
    const means: CountedTable = {...table("means", [{place: "A", n: 19, mean: 40, status: "shown"}])};
    means.protection = {...means.protection, isWithheld: ({n}) => Number(n) < 20};
    expect(await faults(means)).toEqual(["means viser et tal, som er regnet af kun 19."]);
  });
});

describe("a row that hides few need not be of few: it may be what it leaves that is,", () => {
  // A is what B and C leave of all, 20, and no row says so; at least 2 of A's are severely affected.
  const around = [
    {place: "all", kind: "all", n: 100, status: "shown"},
    {place: "B", kind: "all", n: 40, status: "shown"},
    {place: "C", kind: "all", n: 40, status: "shown"},
    {place: "B", kind: "1", n: 5, status: "shown"},
    {place: "C", kind: "1", n: 5, status: "shown"},
    {place: "all", kind: "1", severe: "yes", n: 12, status: "shown"}
  ];
  const severe = shares("s", [{place: "A", severe: "yes", n: null, total: null, percent: null, status: "hidden"}]);

  test("also where only sums give the total", async () => expect(await faults(table("t", around), severe)).toEqual([]));

  test("but not where the sums give both", async () => {
    const others = {place: "A", kind: "all", severe: "no", n: 17, status: "shown"};
    expect((await faults(table("t", [...around, others]), severe)).join("\n")).toMatch(
      /place=A severe=yes kan regnes ud til 3 af/
    );
  });
});

test("a true zero is no secret, and a large number may be known exactly", async () => {
  const rows = [
    {place: "A", kind: "1", n: 0, status: "none"},
    {place: "A", kind: "2", n: null, status: "hidden_secondary"},
    {place: "A", kind: "3", n: 20, status: "shown"},
    {place: "A", kind: "all", n: 55, status: "shown"}
  ];
  expect(await faults(table("t", rows))).toEqual([]);
});

describe("whole percents of many answers give the number of registrations away", () => {
  const bars = (total: number, band: string, ticked: number[]) =>
    ticked.map((n, i) => ({
      round: 1,
      profession: "gp",
      participant_no: "1",
      measure: `m${i}`,
      registrations_band: band,
      percent: Math.round((100 * n) / total)
    }));

  test("of 13 registrations, and then every bar is a count", () => {
    const rows = bars(13, "10-19", [1, 2, 5, 7, 9, 12, 13]);
    for (const which of ["fewest", "most"] as const)
      expect(withCounts(rows, which).map(({n, total}) => [n, total])).toEqual(
        [1, 2, 5, 7, 9, 12, 13].map((n) => [n, 13])
      );
  });

  test("and a bar that is not shown may be nothing or everything", () => {
    const rows = [
      ...bars(13, "10-19", [1, 2, 5, 7, 9, 12, 13]),
      {round: 1, profession: "gp", participant_no: "1", measure: "hidden", registrations_band: "10-19", percent: null}
    ];
    expect([withCounts(rows, "fewest").at(-1), withCounts(rows, "most").at(-1)]).toMatchObject([
      {n: 0, total: 13},
      {n: 13, total: 13}
    ]);
  });

  test("of participants known by the hash of a code as of those known by number", () => {
    const two = [
      ...bars(13, "10-19", [1, 2, 5, 7, 9, 12, 13]),
      ...bars(12, "10-19", [6]).map((row) => ({...row, participant_no: "2"}))
    ];
    const hashed = two.map(({participant_no, ...row}) => ({...row, participant_hash: `${participant_no}f`}));
    for (const which of ["fewest", "most"] as const) {
      expect(withCounts(hashed, which).map(({n, total}) => [n, total])).toEqual(
        withCounts(two, which).map(({n, total}) => [n, total])
      );
    }
  });

  test("of a large practice as many as its profession has registered", () => {
    const rows = bars(1500, "50+", [300, 740, 1500]);
    expect(withCounts(rows, "most")[0]).toMatchObject({total: 400});
    expect(withCounts(rows, "most", () => 1600)[0]).toMatchObject({total: 1600});
  });

  test("of few answers there is more than one that fits", () => {
    const rows = bars(12, "10-19", [6]);
    expect([withCounts(rows, "fewest")[0], withCounts(rows, "most")[0]]).toMatchObject([
      {n: 5, total: 10},
      {n: 9, total: 18}
    ]);
  });
});

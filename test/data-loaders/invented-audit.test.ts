// @module-tag slow: loads a whole project.
import {cpSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse, dsvFormat} from "d3-dsv";
import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {beforeAll, describe, expect, test} from "vitest";
import {readCodebook} from "../../data-loaders/ground/codebook.js";
import type {Row} from "../../data-loaders/engine/session.js";
import {publishedColumns} from "../../data-loaders/disclosure/withhold.js";
import {load, type LoadReport} from "../../data-loaders/load.js";
import {computeFrom} from "../../data-loaders/reconcile/twin.js";
import {reconcileWith} from "../../data-loaders/reconcile/reconcile.js";
import {readSettings, type Settings} from "../../data-loaders/ground/settings.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import {findDelivery} from "../../data-loaders/synthetic/standIn.js";
import type {TableFacts} from "../../data-loaders/load/tableFacts.js";
import {tables} from "../../data-loaders/tables/index.js";
import {checkout} from "../support/project.js";
import {shareRegisters} from "../support/registers.js";
import {
  answerLines,
  bandOf,
  has,
  lineOf,
  measureLines,
  registrationsBand,
  type Forms,
  type Raw
} from "./tables/recount.js";
import {temporaryFolder} from "../support/temporaryFolder.js";

const folder = temporaryFolder();
const fixture = join(checkout, "test/fixtures/invented-audit");

async function readTable(file: string): Promise<{columns: string[]; rows: Row[]}> {
  const {buffer, byteOffset, byteLength} = readFileSync(file);
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return {
    columns: parquetMetadata(bytes)
      .schema.slice(1)
      .map((s) => s.name),
    rows: await parquetReadObjects({file: bytes})
  };
}

describe("an audit on another subject, with no TypeScript changed", () => {
  /** The invented audit as its forms read, written once more by hand. */
  const sleep: Forms = {
    forms: {
      nurse: {
        compared: true,
        questions: {
          duration: ["under_three_months", "over_three_months"],
          causes: ["coffee", "screen", "none"],
          advice: ["bedtime", "walk"]
        }
      },
      psychologist: {
        compared: true,
        questions: {
          duration: ["under_three_months", "over_three_months", "lifelong"],
          causes: ["worry", "screen", "none"],
          therapy: ["cognitive", "other"]
        }
      }
    },
    severe: ["duration.over_three_months"],
    measures: {any_habit: ["causes.coffee", "causes.screen"], severe: ["duration.over_three_months"]}
  };
  /** The registrations as they stand in the file, but the three that break a rule: participant 99's. */
  const raws: Raw[] = dsvFormat(";")
    .parse(readFileSync(join(fixture, "extracts/audit/soevn.csv"), "utf8"))
    .filter((row) => row.participant_no !== "99")
    .map((row) => ({
      round: Number(row.round),
      profession: row.profession!,
      participant: row.participant_no!,
      consultation: (row.consultation || null) as Raw["consultation"],
      age: row.age ? Number(row.age) : null,
      sex: (row.sex || null) as Raw["sex"],
      given: Object.entries(row).flatMap(([column, value]) =>
        column === "duration" || column === "therapy"
          ? value
            ? [`${column}.${value}`]
            : []
          : column.includes(".") && value === "1"
            ? [column]
            : []
      )
    }));

  const settings: Settings = {
    ...readSettings(checkout),
    codebook: join(fixture, "codebook"),
    extracts: join(fixture, "extracts"),
    workspace: join(folder, "workspace")
  };
  const out = join(folder, "out");
  let report: LoadReport;
  let facts: SiteFacts;
  const rows = async (name: string, from = out) => (await readTable(join(from, `${name}.parquet`))).rows;
  const before = (name: string) => rows(name, join(settings.workspace, "tables"));

  beforeAll(async () => {
    await shareRegisters({workspace: settings.workspace, out});
    report = await load(settings, await findDelivery(settings), {out, write: true});
    facts = JSON.parse(readFileSync(join(out, "site.json"), "utf8")) as SiteFacts;
  });

  test("the fixture holds something of everything", () => {
    expect(raws.length).toBeGreaterThan(80);
    for (const consultation of ["first", "later", null] as const)
      expect(raws.some((raw) => raw.consultation === consultation)).toBe(true);
    for (const sex of ["female", "male", null] as const) expect(raws.some((raw) => raw.sex === sex)).toBe(true);
  });

  test("its rows are read, and three rejected", () => {
    expect(report).toMatchObject({audit: {synthetic: false, fresh: false}, registers: {synthetic: true, fresh: true}});
    expect(report.audit.files).toEqual([
      {file: "soevn.csv", read: raws.length + 3, kept: raws.length, repeated: 0, rejected: 3}
    ]);
    expect(dsvFormat(";").parse(readFileSync(report.audit.rejects!, "utf8"))).toHaveLength(3);
  });

  test("every published table is there, and nothing else", () => {
    const facts = ["cases", "geometry", "mirror", "prevalence", "registers", "rules", "site", "tables"];
    expect(readdirSync(out).sort()).toEqual(
      [...tables.map((t) => `${t.name}.parquet`), ...facts.map((name) => `${name}.json`)].sort()
    );
  });

  test.each(tables.map((t) => t.name))("%s holds what may be published, in plain types", async (name) => {
    const table = tables.find((t) => t.name === name)!;
    const {columns, rows} = await readTable(join(out, `${name}.parquet`));
    expect(columns).toEqual(publishedColumns(table).map((c) => c.name));
    for (const value of rows.flatMap((row) => Object.values(row)))
      expect(["string", "number", "boolean", "object"]).toContain(typeof value);
    const listed = JSON.parse(readFileSync(join(out, "tables.json"), "utf8")) as TableFacts[];
    expect(listed.find((t) => t.name === name)).toMatchObject({title: table.title, rows: rows.length});
  });

  test("no count of a participant is published, though the analyst has it", async () => {
    const published = await readTable(join(out, "audit_participants.parquet"));
    expect(published.columns).not.toContain("n");
    expect(published.columns).not.toContain("total");
    const own = await readTable(join(settings.workspace, "tables/audit_participants.parquet"));
    expect(own.columns).toEqual(expect.arrayContaining(["n", "total"]));
    expect(own.rows.filter((r) => r.measure === "registrations").reduce((sum, r) => sum + (r.total as number), 0)).toBe(
      raws.length
    );
  });

  test("answers and composites are those of a recount", async () => {
    expect((await before("audit_answers")).map(lineOf).sort()).toEqual(answerLines(sleep, raws).sort());
    expect((await before("audit_measures")).map(lineOf).sort()).toEqual(measureLines(sleep, raws).sort());
  });

  test("ages and their means are those of a recount", async () => {
    const ages = await before("audit_ages");
    const known = raws.flatMap(({profession, sex, age}) =>
      sex === null || age === null ? [] : [{profession, sex, age}]
    );
    for (const profession of ["nurse", "psychologist", "all"]) {
      const own = known.filter((raw) => profession === "all" || raw.profession === profession);
      const theirs = ages.filter((r) => r.profession === profession);
      expect(theirs.reduce((sum, r) => sum + (r.n as number), 0)).toBe(own.length);
      for (const row of theirs) {
        const ofSex = own.filter((raw) => raw.sex === row.sex);
        expect(row.n).toBe(ofSex.filter((raw) => bandOf(raw.age) === row.age_band).length);
        expect(row.total).toBe(ofSex.length);
      }
    }
    const [pooled] = (await before("means")).filter((r) => r.profession === "all" && r.sex === "all");
    expect(pooled).toMatchObject({subject: "audit_age", n: known.length});
    expect(pooled!.mean).toBeCloseTo(known.reduce((sum, {age}) => sum + age, 0) / known.length, 9);
  });

  test("participants are those of a recount", async () => {
    const bars = await before("audit_participants");
    expect(new Set(bars.map((r) => r.measure))).toEqual(
      new Set([
        "registrations",
        "any_habit",
        "severe",
        ...Object.values(sleep.forms).flatMap((f) =>
          Object.entries(f.questions).flatMap(([q, as]) => as.map((a) => `${q}.${a}`))
        )
      ])
    );
    for (const row of bars) {
      const own = raws.filter((raw) => raw.profession === row.profession && raw.participant === row.participant_no);
      const n = own.filter((raw) => has(sleep, raw, row.measure as string)).length;
      expect(row.registrations_band).toBe(registrationsBand(own.length));
      if (row.measure !== "registrations")
        expect(row.percent).toBe(own.length < 3 ? null : Math.round((100 * n) / own.length));
    }
    const units = (await before("variation")).map((r) => `${r.subject} ${r.units}`);
    expect(new Set(units)).toEqual(new Set(["audit_nurse 6", "audit_psychologist 5"]));
  });

  test("what is shown is what was counted, no small count is, and a hidden row has no number", async () => {
    for (const name of ["audit_answers", "audit_measures", "audit_ages"]) {
      const shown = await rows(name);
      const counted = await before(name);
      expect(shown).toHaveLength(counted.length);
      for (const [i, row] of shown.entries()) {
        if (row.status === "shown") {
          expect(row.n).toBe(counted[i]!.n);
          // The total may be hidden where a form was not filled in.
          for (const column of ["total", "percent"]) expect([null, counted[i]![column]]).toContain(row[column]);
        } else if (row.status === "none") expect([row.n, counted[i]!.n]).toEqual([0, 0]);
        else {
          expect([row.n, row.percent]).toEqual([null, null]);
          // What a hidden number is a share of is shown where it is known, and the number lies in its range.
          expect([null, counted[i]!.total]).toContain(row.total);
          expect(counted[i]!.n).toBeGreaterThanOrEqual(row.n_least as number);
          expect(counted[i]!.n).toBeLessThanOrEqual((row.n_most as number | null) ?? Infinity);
        }
        if (row.status === "shown" && row.answer_id !== "missing")
          expect(row.n).toBeGreaterThanOrEqual(settings.disclosure.audit.threshold);
      }
      expect(shown.some((row) => String(row.status).startsWith("hidden"))).toBe(true);
    }
  });

  test("the code book's words are published", async () => {
    const words = await rows("codebook");
    const lines = csvParse(readFileSync(join(fixture, "codebook/answers.csv"), "utf8"));
    expect(
      words
        .filter((r) => r.answer_id !== "missing")
        .map((r) => `${r.profession} ${r.question_id}.${r.answer_id} ${r.question_da} ${r.answer_da}`)
    ).toEqual(lines.map((l) => `${l.profession} ${l.question_id}.${l.answer_id} ${l.question_da} ${l.answer_da}`));
    expect(
      words.filter((r) => r.answer_id === "missing").map((r) => `${r.profession} ${r.block_da} ${r.answer_da}`)
    ).toEqual([
      "nurse Varighed Uoplyst",
      "nurse Årsager Uoplyst",
      "nurse Råd i dag Uoplyst",
      "psychologist Varighed Uoplyst",
      "psychologist Årsager Uoplyst",
      "psychologist TERAPI Uoplyst"
    ]);
  });

  test("the site's facts have its words and its numbers", () => {
    expect(facts.codebook).toEqual(JSON.parse(JSON.stringify(readCodebook(join(fixture, "codebook")))));
    expect(facts.codebook).toMatchObject({title: "Søvn", severe: {label: "Langvarigt ramte"}});
    expect(facts.codebook.professions.map((p) => p.label)).toEqual(["Sygeplejersker", "Psykologer"]);
    const of = (profession: string) => raws.filter((raw) => raw.profession === profession);
    expect(facts).toMatchObject({
      rounds: [1],
      synthetic: false,
      seal: report.audit.seal.hash,
      date: report.audit.seal.date,
      forms: ["nurse", "psychologist"].map((profession) => ({
        profession,
        registrations: of(profession).length,
        participants: new Set(of(profession).map((raw) => raw.participant)).size
      })),
      files: [{read: raws.length + 3, kept: raws.length, rejected: 3}]
    });
    expect(facts.rejects.map((r) => `${r.rule} ${r.rows}`).sort()).toEqual([
      "answer 1",
      "consultation 1",
      "other_form 1"
    ]);
    expect(JSON.stringify(facts)).not.toContain("soevn.csv");
  });

  test("a second load has nothing to do", async () => {
    expect(await load(settings, await findDelivery(settings), {out, write: true})).toMatchObject({
      audit: {fresh: true},
      registers: {fresh: true}
    });
  });

  test("a check computes the same and leaves no table", async () => {
    const other = join(folder, "other");
    await shareRegisters({workspace: other});
    const written = () => readdirSync(out).map((file) => `${file} ${statSync(join(out, file)).mtimeMs}`);
    const before = written();
    const checked = await load({...settings, workspace: other}, await findDelivery({...settings, workspace: other}), {
      out,
      write: false
    });
    expect(checked.audit.files).toEqual(report.audit.files);
    expect(checked.audit.written).toEqual([]);
    expect(written()).toEqual(before);
    expect(readdirSync(other).sort()).toEqual(["rejects.csv", "twin"]);
  });
});

describe("an answer added to the code book", () => {
  const codebook = join(folder, "laenderyg");
  const settings: Settings = {
    ...readSettings(checkout),
    codebook,
    extracts: join(folder, "none"),
    workspace: join(folder, "added")
  };
  const out = join(folder, "added-out");
  const added = {single: "earlier_episodes.one_mild", multi: "purpose.second_opinion"};
  let report: LoadReport;

  beforeAll(async () => {
    cpSync(join(checkout, "data/codebooks/laenderyg"), codebook, {recursive: true});
    const file = join(codebook, "answers.csv");
    const lines = readFileSync(file, "utf8").trimEnd();
    writeFileSync(
      file,
      `${lines}\ngp,earlier_episodes,TIDLIGERE EPISODER,single,one_mild,Én let rygepisode,9,\ngp,purpose,FORMÅL,multi,second_opinion,Anden mening,99,\n`
    );
    await shareRegisters({workspace: settings.workspace, out});
    report = await load(settings, await findDelivery(settings), {out, write: true});
  });

  test("loads with the twin, which gives it to nobody", async () => {
    expect(report.audit).toMatchObject({synthetic: true});
    const {rows} = await readTable(join(out, "audit_answers.parquet"));
    for (const ref of Object.values(added)) {
      const own = rows.filter((r) => `${r.question_id}.${r.answer_id}` === ref);
      expect(new Set(own.map((r) => r.profession))).toEqual(new Set(["gp"]));
      expect(
        own.filter((r) => r.consultation === "all" && r.patient_group === "all").map((r) => [r.n, r.total])
      ).toEqual([[0, 319]]);
      expect(own.every((r) => r.n === 0 && r.status === "none")).toBe(true);
    }
    const bars = (await readTable(join(out, "audit_participants.parquet"))).rows.filter((r) =>
      Object.values(added).includes(r.measure as string)
    );
    expect(bars).toHaveLength(2 * 42);
    expect(bars.every((r) => r.status === "none" || r.status === "hidden")).toBe(true);
  });

  test("is a column of the twin's extract", () => {
    const [header] = readFileSync(join(settings.workspace, "twin/audit/registreringer.csv"), "utf8").split("\n", 1);
    expect(header!.split(",")).toContain(added.multi);
  });

  test("leaves nothing printed unexplained", async () => {
    const audit = await computeFrom([join(settings.workspace, "twin/audit/registreringer.csv")], settings);
    expect(reconcileWith({audit}, checkout).unexplained).toBe(0);
  });
});

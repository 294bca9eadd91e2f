import {readFileSync} from "node:fs";
import {join} from "node:path";
import {rollup} from "d3-array";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {readParquet} from "../../data-loaders/engine/readParquet.js";
import type {Row, Session} from "../../data-loaders/engine/session.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {buildCache} from "../../data-loaders/load.js";
import {publishedTables} from "../../publish/answers/tables.js";
import {runOnce} from "../../publish/answers/runCell.js";
import {readPages, sqlCells} from "../../publish/pages/cells.js";
import {readVocabulary} from "../../publish/pages/vocabulary.js";
import type {Finding} from "../../src/components/findings/finding.js";
import {areaFound, professionFound, type FindingRows, type FindingWords} from "../../src/components/findings/found.js";
import type {AreaPlace} from "../../src/components/findings/place.js";
import {areaName, type Area} from "../../src/domain/areas.js";
import {meanDeviation} from "../../src/statistics/betaShares.js";
import {readRules} from "../../data-loaders/programme/rules.js";

// Every finding of every place, as the front page's own cells give it, is held against the tables before protection.

const {project} = inject("site");
const settings = readSettings(project);
const words = readVocabulary(settings);
const areas = words.registers.areas.filter(({id}) => id !== "unknown");
const cells = sqlCells(readPages(join(project, "src")).find(({path}) => path === "index.md")!);

let session: Session;
let before: Record<"indicators" | "checks" | "answers" | "variation", Row[]>;
beforeAll(async () => {
  session = await publishedTables(settings, buildCache(settings));
  const read = async (file: string) =>
    (await readParquet(readFileSync(join(project, "data/workspace", `${file}.parquet`)))).rows;
  before = {
    indicators: await read("registers/indicator_values"),
    checks: await read("registers/pathway_rule_checks"),
    answers: await read("tables/audit_answers"),
    variation: await read("tables/variation")
  };
});
afterAll(() => session?.close());

/** The rows of the page's cells for an area. */
async function rowsFor(area: string): Promise<FindingRows> {
  const results = await Promise.all(
    cells.map(async ({parts, expressions}) => {
      const {columns, rows} = await runOnce(
        session,
        parts,
        expressions.map(() => area)
      );
      return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
    })
  );
  const [own, spread, checks, handled, participantSpread] = results;
  return {own, spread, checks, handled, participantSpread} as unknown as FindingRows;
}

const placeOf = (area: Area): AreaPlace => {
  const region = areas.find(({id, type}) => type === "region" && id === area.region);
  return {
    type: area.type,
    id: area.id,
    name: areaName(area),
    ...(region && {region: {id: region.id, name: areaName(region)}})
  };
};

const found: FindingWords = {
  periods: words.registers.periods.map(({id}) => id),
  titles: new Map(words.registers.indicators.map(({id, title}) => [id, title])),
  rules: new Map(
    readRules(
      project,
      words.codebook,
      words.registers.indicators.map(({id}) => id)
    ).map((rule) => [rule.id, rule])
  ),
  regions: areas.filter(({type}) => type === "region").map(placeOf),
  forms: words.codebook.professions.filter(({telephoneOf}) => !telephoneOf)
};
const now = found.periods.at(-1)!;

/** Why a finding is not what the tables before protection have; nothing where it is. */
function untrue(finding: Finding, place: {id: string; region?: {id: string}}): string[] {
  const {kind, subject, people, total, unit, evidence, sentence} = finding;
  const near = (a: number, b: unknown) => Math.abs(a - Number(b)) < 1e-6;
  const faults: string[] = [];
  const hold = (right: boolean, what: string) =>
    void (right || faults.push(`${place.id}, ${kind}: ${what}: ${sentence}`));
  hold(people <= total, "more people than there are");
  if (unit === "patienter" && evidence.type === "compared") {
    const count = (area: string, period: string) => {
      const row = before.indicators.find(
        (one) => one.indicator_id === subject && one.area_id === area && one.period === period
      )!;
      return {y: Number(row.numerator), n: Number(row.denominator)};
    };
    // The country's own finding is about the region that it names.
    const region = found.regions.find(({name}) => place.id === "country" && name === evidence.rows[0]!.name)?.id;
    const own = count(kind === "differs" ? (region ?? place.id) : place.id, now);
    const country = count("country", now);
    const other =
      kind === "differs" ? {y: country.y - own.y, n: country.n - own.n} : count(place.id, found.periods.at(-2)!);
    hold(near(evidence.rows[0]!.percent, (100 * own.y) / own.n), "its own share");
    hold(near(evidence.rows[1]!.percent, (100 * other.y) / other.n), "the share beside it");
    hold(total === own.n, "its size");
    const excess = own.y - own.n * (other.y / other.n);
    hold(people <= Math.abs(excess), "more people than the difference has");
    hold(/flere/.test(sentence) === excess > 0 && /færre/.test(sentence) === excess < 0, "its direction");
  } else if (unit === "patienter" && evidence.type === "parts") {
    const area = place.region?.id ?? place.id;
    const verdict = kind === "unknown" ? "undecided" : "departs";
    const row = before.checks.find(
      (one) => one.period === now && one.area_id === area && one.rule_id === subject && one.verdict === verdict
    )!;
    hold(people <= Number(row.patients) && total === Number(row.total), "patients of the rule");
    hold(near(evidence.parts.find(({isMeant}) => isMeant)!.percent, row.percent), "the part that is meant");
  } else if (evidence.type === "spread") {
    const [profession, measure] = subject.split(" ");
    const row = before.variation.find((one) => one.subject === `audit_${profession}` && one.measure === measure)!;
    const share = before.answers.find(
      (one) =>
        one.profession === profession &&
        `${String(one.question_id)}.${String(one.answer_id)}` === measure &&
        one.consultation === "all" &&
        one.patient_group === "all"
    )!;
    hold(near(evidence.middle, share.percent), "the common share");
    const mean = Number(share.percent) / 100;
    hold(
      people <= total * meanDeviation({mean, spread: Number(row.between_spread) / 100}) + 1,
      "more registrations than the spread has"
    );
  } else {
    const ref = kind === "differs" ? subject.split(" ")[0] : subject.split(" ").at(-1);
    const shares = before.answers.filter(
      (one) =>
        `${String(one.question_id)}.${String(one.answer_id)}` === ref &&
        one.consultation === "all" &&
        one.patient_group === "all"
    );
    const shown = evidence.type === "compared" ? evidence.rows.map(({percent}) => percent) : [];
    for (const value of shown)
      hold(
        shares.some(({percent}) => near(value, percent)),
        "a share"
      );
    if (evidence.type === "parts") {
      const own = shares.find(({profession}) => profession === place.id)!;
      const meant = evidence.parts.find(({isMeant}) => isMeant)!.percent;
      hold(near(meant, own.percent) || near(meant, 100 - Number(own.percent)), "the part that is meant");
      hold(people <= (total * meant) / 100 + 1e-6, "more registrations than there are");
    }
  }
  return faults;
}

test("none of the findings of the country, 5 regions and 98 municipalities is untrue", async () => {
  const kinds: string[] = [];
  const faults: string[] = [];
  for (const area of areas) {
    const place = placeOf(area);
    const {findings} = areaFound(place, await rowsFor(area.id), found);
    expect(new Set(findings.map(({kind}) => kind)).size).toBe(findings.length);
    for (const finding of findings) {
      kinds.push(`${area.type} ${finding.kind}`);
      faults.push(...untrue(finding, place));
    }
  }
  expect(faults).toEqual([]);
  expect(areas.length).toBe(104);
  expect(
    Object.fromEntries(
      rollup(
        kinds.toSorted(),
        (all) => all.length,
        (kind) => kind
      )
    )
  ).toMatchInlineSnapshot(`
    {
      "country changed": 1,
      "country clinicians": 1,
      "country differs": 1,
      "country programme": 1,
      "country unknown": 1,
      "municipality clinicians": 98,
      "municipality differs": 5,
      "municipality programme": 98,
      "municipality unknown": 98,
      "region clinicians": 5,
      "region differs": 5,
      "region programme": 5,
      "region unknown": 5,
    }
  `);
});

test("none of the findings of the professions is untrue", async () => {
  const rows = await rowsFor("country");
  const kinds: string[] = [];
  const faults = found.forms.flatMap((form) => {
    const {findings} = professionFound(form, rows, found);
    kinds.push(`${form.id}: ${findings.map(({kind}) => kind).join(", ")}`);
    return findings.flatMap((finding) => untrue(finding, form));
  });
  expect(faults).toEqual([]);
  expect(kinds).toMatchInlineSnapshot(`
    [
      "gp: differs, programme, unknown, clinicians",
      "chiropractor: differs, programme, clinicians, unknown",
      "physiotherapist: programme, differs, clinicians, unknown",
      "spine_centre: differs, programme, unknown",
    ]
  `);
});

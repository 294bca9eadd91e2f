import {readFileSync} from "node:fs";
import {join} from "node:path";
import {sum} from "d3-array";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {createIndicatorPatients} from "../../../data-loaders/indicators/definition/indicatorPatients.js";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {createRegisterModels} from "../../../data-loaders/models/registers/registerModels.js";
import {checkout} from "../../support/project.js";
import {openDelivery, parameters} from "../models/registers/delivery.js";
import {statements as ofCalculation} from "./statements/calculation.js";
import {statements as ofIndicators} from "./statements/indicators.js";
import {statements as ofPatients} from "./statements/patients.js";
import {deliveryOfPeople, notComputed, type Decided, type Decision, type Elsewhere} from "./statements/statement.js";

const statements = [...ofPatients, ...ofIndicators, ...ofCalculation];
const decided = statements.filter((one): one is Decided => "decides" in one);
const decisions = decided.flatMap(({decides}) => decides);
const indicators = await readIndicators();

let session: Session;
beforeAll(async () => {
  session = await openDelivery(deliveryOfPeople(decisions));
  await createRegisterModels(session, parameters);
  await createIndicatorPatients(session, indicators);
});
afterAll(() => session.close());

/** What is computed of each person: of an indicator `tæller` or `nævner`; null for whoever is not in. */
async function computed(decision: Decision): Promise<unknown[]> {
  const {of, people} = decision;
  const rows = await session.rows<{person_id: string; answer: unknown}>(
    indicators.some(({id}) => id === of)
      ? `SELECT person_id, CASE WHEN numerator THEN 'tæller' ELSE 'nævner' END AS answer
        FROM indicator_patients WHERE indicator_id = '${of}'`
      : `SELECT person_id, ${of} AS answer FROM cohort`
  );
  const answers = new Map(rows.map(({person_id, answer}) => [person_id, answer]));
  const first = sum(decisions.slice(0, decisions.indexOf(decision)), (one) => one.people.length);
  return people.map((_, i) => answers.get(`${first + i}`) ?? null);
}

describe("what a sentence of the page says is computed", () => {
  test.each(decided)("$says", async ({decides}) => {
    for (const decision of decides)
      expect(await computed(decision), decision.of).toEqual(decision.people.map(([, answer]) => answer));
  });

  test.each(statements.filter((one): one is Elsewhere => "file" in one))("$says ($file)", ({file, title}) => {
    expect(readFileSync(join(checkout, "test", file), "utf8")).toContain(title);
  });
});

const page = readFileSync(join(checkout, "src/metode/indikatorer.md"), "utf8");
const section = (heading: string) => page.split(`\n## ${heading}\n`)[1]!.split("\n## ")[0]!;

/** Paragraphs and items of a list, on one line each. */
const linesOf = (markdown: string) =>
  markdown.split(/\n(?:- |\n)/).map((text) => text.replace(/^- /, "").replaceAll("**", "").replace(/\s+/g, " ").trim());

/** An abbreviation such as `pr.` is followed by no capital. */
const sentencesOf = (text: string) => text.split(/(?<=[.:]) (?=[A-ZÆØÅ$])/);

/** The page's sentences on patients and on calculation, and those that it has of each indicator. */
function sentences(): Set<string> {
  const [, first, patients] = /<p>(.*?)<\/p>.*?```(.*)/s.exec(section("Patienterne"))!;
  const written = [first!, patients!, section("Beregningen")].flatMap(linesOf).filter(Boolean);
  const printed = indicators.flatMap((one) => [one.population, one.denominator, one.numerator, ...one.assumptions]);
  return new Set([...written, ...printed].flatMap(sentencesOf));
}

test("the sentences that tests decide are those of the page", () => {
  const known = new Set([...statements.map(({says}) => says), ...notComputed].flatMap(sentencesOf));
  expect(
    [...sentences()].filter((sentence) => !known.has(sentence)),
    "no test decides"
  ).toEqual([]);
  expect(
    [...known].filter((sentence) => !sentences().has(sentence)),
    "not on the page"
  ).toEqual([]);
});

import {join} from "node:path";
import {expect, inject, test} from "vitest";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {buildCache} from "../../data-loaders/load.js";
import {areaFound, professionFound, type FindingRows} from "../../src/components/findings/found.js";
import type {Finding} from "../../src/components/findings/finding.js";
import {countOf, type AreaPlace, type IndicatorRow} from "../../src/components/findings/place.js";
import {count, percent} from "../../src/components/words/format.js";
import {findingWords, frontPage} from "../support/findings.js";

// What the front page points out of every place and profession is held against the tables before protection.

const {project} = inject("site");
const published = buildCache(readSettings(project));
const words = findingWords(published);
const [before, now] = words.periods.slice(-2);
const askPublished = await frontPage([published]);
const askBefore = await frontPage(
  ["tables", "registers"].map((folder) => join(project, "data/workspace", folder)),
  published
);

const share = ({y, n}: {y: number; n: number}) => percent((100 * y) / n);
const truly = (row: IndicatorRow | undefined) => row && countOf(row);

/** What a finding says of an area that the unprotected tables do not. */
function untrueOfArea(
  place: AreaPlace,
  {kind, subject, people, total, sentence}: Finding,
  rows: FindingRows
): string[] {
  const say = (text: string) => (sentence.includes(text) ? [] : [`»${sentence}« lacks »${text}«`]);
  if (kind === "differs" || kind === "changed") {
    // The country differs where its regions do.
    const who = kind === "changed" ? place : (words.regions.find(({name}) => sentence.includes(name)) ?? place);
    const at = (area: string, period: string | undefined) =>
      truly(
        [...rows.own, ...rows.spread].find(
          (row) => row.indicator_id === subject && row.area_id === area && row.period === period
        )
      )!;
    const own = at(who.id, now);
    const all = at("country", now);
    const other = kind === "changed" ? at(who.id, before) : {y: all.y - own.y, n: all.n - own.n};
    const excess = own.y - (own.n * other.y) / other.n;
    return [
      ...[share(own), share(other), count(own.n), excess > 0 ? /flere|mere/ : /færre/].flatMap((text) =>
        sentence.match(text) ? [] : [`»${sentence}« lacks ${text}`]
      ),
      ...(people <= Math.abs(excess) && total === own.n ? [] : [`${people} of ${total}, but ${excess} of ${own.n}`])
    ];
  }
  if (kind === "clinicians") return untrueOfClinicians({subject, people, total, sentence}, rows);
  const area = place.region ?? place;
  const verdict = kind === "programme" ? "departs" : "undecided";
  const row = rows.checks.find((one) => one.area_id === area.id && one.rule_id === subject && one.verdict === verdict)!;
  const [patients, all] = [row.patients!, row.total!];
  return [
    ...say(`${count(patients)} af de ${count(all)} `),
    ...say(area.name),
    ...(kind === "programme" ? say(share({y: patients, n: all})) : []),
    ...(people <= patients && total === all ? [] : [`${people} of ${total}, but ${patients} of ${all}`])
  ];
}

function untrueOfClinicians(
  {subject, people, total, sentence}: Pick<Finding, "subject" | "people" | "total" | "sentence">,
  {handled, participantSpread}: FindingRows
): string[] {
  const [profession, ref] = subject.split(" ");
  const row = handled.find((one) => one.profession === profession && one.ref === ref)!;
  const {units} = participantSpread.find((one) => one.profession === profession && one.measure === ref)!;
  const p = row.n! / row.total!;
  const says = [percent(100 * p), `alle ${count(units)} deltagere`, `${count(people)} af ${count(row.total!)} registr`];
  return [
    ...says.flatMap((text) => (sentence.includes(text) ? [] : [`»${sentence}« lacks »${text}«`])),
    // No distance to a share is longer on average than where everybody is at 0 or at 1.
    ...(people <= 2 * p * (1 - p) * total ? [] : [`${people} of ${total} at ${p}`])
  ];
}

/** The same of a profession. */
function untrueOfProfession(id: string, finding: Finding, rows: FindingRows): string[] {
  const {kind, subject, people, total, sentence} = finding;
  if (kind === "clinicians") return untrueOfClinicians(finding, rows);
  const [first, second] = subject.split(" ");
  const at = (profession: string, ref: string) => {
    const {n, total: all} = rows.handled.find((one) => one.profession === profession && one.ref === ref)!;
    return {y: n!, n: all!};
  };
  const own = at(id, kind === "programme" ? second! : first!);
  const lacks = (texts: string[]) =>
    texts.flatMap((text) => (sentence.includes(text) ? [] : [`»${sentence}« lacks »${text}«`]));
  if (kind === "differs") {
    const other = at(second!, first!);
    const excess = own.y - (own.n * other.y) / other.n;
    const isTrue = people <= Math.abs(excess) && total === own.n && sentence.includes("færre") === excess < 0;
    return [...lacks([share(own), share(other), count(own.n)]), ...(isTrue ? [] : [`»${sentence}«, but ${excess}`])];
  }
  const concerned = sentence.includes("ikke krydset af") ? own.n - own.y : own.y;
  const numbers = kind === "programme" ? [count(own.n)] : [`${count(own.y)} af ${count(own.n)}`, share(own)];
  return [...lacks(numbers), ...(people <= concerned && total === own.n ? [] : [`${people}, but ${concerned}`])];
}

const kinds = (found: readonly Finding[]) =>
  Object.fromEntries(
    [...new Set(found.map(({kind}) => kind))]
      .sort()
      .map((kind) => [kind, found.filter((one) => one.kind === kind).length])
  );

test("of the country, five regions and 98 municipalities none is untrue", async () => {
  const untrue: string[] = [];
  const all: Finding[] = [];
  for (const place of words.places) {
    const {findings} = areaFound(place, await askPublished(place.id), words);
    const rows = await askBefore(place.id);
    untrue.push(...findings.flatMap((finding) => untrueOfArea(place, finding, rows)));
    all.push(...findings);
  }
  expect(words.places).toHaveLength(104);
  expect(untrue).toEqual([]);
  // A change here is a change of what the front page points out.
  expect(kinds(all)).toMatchSnapshot();
});

test("of the four professions none is untrue", async () => {
  const [rows, truth] = [await askPublished("country"), await askBefore("country")];
  const all = words.forms.map((form) => ({form, found: professionFound(form, rows, words).findings}));
  expect(all.flatMap(({form, found}) => found.flatMap((one) => untrueOfProfession(form.id, one, truth)))).toEqual([]);
  expect(Object.fromEntries(all.map(({form, found}) => [form.id, kinds(found)]))).toMatchSnapshot();
});

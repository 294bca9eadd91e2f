import {join} from "node:path";
import {afterAll, expect, inject, test} from "vitest";
import {openSession, text} from "../../data-loaders/engine/session.js";
import {readCodebook} from "../../data-loaders/ground/codebook.js";
import {readAims} from "../../data-loaders/ground/feedbackAims.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {buildCache} from "../../data-loaders/load.js";
import {participantCounts} from "../../data-loaders/models/participantCounts.js";
import {practicesFrom} from "../../publish/feedback/feedback.js";
import {feedbackPage} from "../../publish/feedback/feedbackPage.js";
import {readPublished} from "../../publish/feedback/published.js";
import {violations} from "../support/accessibility.js";
import {startBrowser} from "../support/startBrowser.js";

const settings = readSettings(inject("site").project);
const codebook = readCodebook(settings.codebook);
const aims = readAims(settings.codebook, codebook);
const session = await openSession({...settings, temporary: settings.workspace});
afterAll(() => session.close());
await session.run(
  `CREATE VIEW registrations AS FROM read_parquet(${text(join(settings.workspace, "registrations/*.parquet"))})`
);
const counts = await participantCounts(session, codebook);
const published = await readPublished(settings, session);
const about = {codebook, synthetic: true, day: "1. maj 2027", css: ""};
const practices = practicesFrom(codebook, aims, counts, published);
const own = (one: (typeof practices)[number]) =>
  counts.filter(({profession, participant}) => profession === one.profession.id && participant === one.participant);

test("a report is the same whatever anybody else registered, as long as the same is published", () => {
  expect(practices.length).toBeGreaterThan(100);
  for (const practice of practices) {
    const [alone] = practicesFrom(codebook, aims, own(practice), published);
    expect(feedbackPage(alone!, about)).toBe(feedbackPage(practice, about));
  }
});

test("every number of every report is the participant's own, published, or worked out from these two", async () => {
  const tables = ["audit_answers", "audit_measures", "audit_participants"];
  const known = new Set<string>();
  for (const table of tables) {
    const rows = await session.rows(`FROM read_parquet(${text(join(buildCache(settings), `${table}.parquet`))})`);
    for (const row of rows) for (const value of Object.values(row)) add(known, value);
  }
  for (const practice of practices) {
    const mine = new Set<string>();
    for (const row of own(practice)) for (const value of [row.total, ...Object.values(row.ticked)]) add(mine, value);
    // What is worked out is there by name, and the test above holds that nothing of anybody else went into it.
    visit(practice, (value) => add(mine, value));
    add(mine, practice.compared.length);
    const strange = numbersIn(feedbackPage(practice, about)).filter(
      (number) => !known.has(number) && !mine.has(number)
    );
    expect(strange, `${practice.profession.id} ${practice.participant}`).toEqual([]);
  }
});

test("a report names nobody else", () => {
  for (const practice of practices.slice(0, 20)) {
    const page = feedbackPage(practice, about);
    expect(page.match(/[Dd]eltager \d+/g)?.every((name) => name.endsWith(` ${practice.participant}`))).toBe(true);
  }
});

test("reports of few, many and outlying registrations keep the rules of accessibility, on a telephone too", async () => {
  const few = practices.find((one) => one.few)!;
  const many = practices.toSorted((a, b) => b.registrations - a.registrations)[0]!;
  const outlier = practices.find(({compared}) => compared.some(({verdict}) => verdict === "worse"))!;
  const browser = await startBrowser();
  const page = await browser.newPage({viewport: {width: 390, height: 844}, offline: true});
  for (const practice of [few, many, outlier]) {
    await page.setContent(feedbackPage(practice, about));
    expect(await violations(page)).toEqual([]);
  }
  await browser.close();
});

/** A value as a report may write it: whole, with a decimal, a share in percent. */
function add(known: Set<string>, value: unknown): void {
  if (typeof value !== "number" || !Number.isFinite(value)) return;
  for (const format of written) known.add(format.format(Math.abs(value)));
}

const written = [0, 1].map(
  (digits) => new Intl.NumberFormat("da-DK", {minimumFractionDigits: digits, maximumFractionDigits: digits})
);

function visit(value: unknown, see: (value: unknown) => void): void {
  see(value);
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) visit(part, see);
}

/** The numbers a reader meets; those of the report's own words (95 %, 1. maj 2027, steps of an axis) aside. */
function numbersIn(html: string): string[] {
  const shown = html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<text class="tick".*?<\/text>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("95 %", "")
    .replaceAll("1. maj 2027", "")
    .replaceAll("Smerter 2 eller", "");
  return shown.match(/\d+(?:\.\d{3})*(?:,\d+)?/g) ?? [];
}

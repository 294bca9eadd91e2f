import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import {describeGate, gate} from "../../publish/gate/gate.js";
import {readParquet} from "../../data-loaders/engine/readParquet.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {keptReleases} from "../../data-loaders/disclosure/keptReleases.js";
import {keptEditions, keptTexts} from "../../data-loaders/news/edition.js";
import {newsFile, newsOf} from "../../data-loaders/news/keepNews.js";
import type {Text} from "../../data-loaders/news/texts.js";
import {feed} from "../../publish/web/feed.js";
import {readFacts} from "../../publish/gate/embeddedData.js";
import {readFinishedSite} from "../../publish/gate/finishedSite.js";
import type {Manifest} from "../../publish/release/manifest.js";
import {release} from "../../publish/release.js";
import {
  dataFile,
  removeFixtureSite,
  spoil,
  writeFixtureSite,
  type FixtureSite,
  type SpoiledSite
} from "./gate/fixtureSite.js";

let site: FixtureSite;
beforeAll(async () => void (site = await writeFixtureSite()));
afterEach(() => {
  rmSync(join(site.settings.root, "data/releases"), {recursive: true, force: true});
  cpSync(join(site.dist, dataFile("news")), newsFile(site.settings.root));
});
afterAll(() => removeFixtureSite(site));

const names = () => keptReleases(site.settings.root).map(({name}) => name);

test("a release is kept once: its manifest, its tables and their texts, and nothing else", async () => {
  const {dist} = spoil(site);
  expect(await release(site.settings, dist, "2026-11-22")).toEqual({name: "2026-11-22", before: false});
  expect(await release(site.settings, dist, "2026-12-01")).toEqual({name: "2026-11-22", before: true});
  const folder = join(site.settings.root, "data/releases/2026-11-22");
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(["release.json", "audit_answers.parquet", "indicator_values.parquet"])
  );
  expect(readdirSync(folder).filter((file) => !/^(release\.json|texts\.json|\w+\.parquet)$/.test(file))).toEqual([]);
  expect(readFileSync(join(folder, "release.json"), "utf8")).toBe(readFileSync(join(dist, "release.json"), "utf8"));
});

test("two releases of one day have folders of their own, and the newest is first", async () => {
  await release(site.settings, spoil(site).dist, "2026-11-22");
  await release(site.settings, changed(spoil(site)).dist, "2026-11-22");
  await release(site.settings, spoil(site).dist, "2025-01-01");
  expect(names()).toEqual(["2026-11-22-2", "2026-11-22"]);
});

test("a site that does not pass is not kept", async () => {
  const spoiled = spoil(site);
  spoiled.write("patients.csv", "");
  spoiled.sign();
  await expect(release(site.settings, spoiled.dist, "2026-11-22")).rejects.toThrow(/patients\.csv/);
  expect(names()).toEqual([]);
});

/** The same tables with another date in the manifest. */
function changed(spoiled: SpoiledSite): SpoiledSite {
  const manifest = JSON.parse(spoiled.text("release.json")) as Manifest;
  spoiled.write("release.json", JSON.stringify({...manifest, extracts: "2026-01-01"}));
  return spoiled;
}

/**
 * What the gate says of a site of other extracts, where each of three nurses has so many
 * registrations, after this one was released.
 */
async function after(nurses: number): Promise<string[]> {
  await release(site.settings, spoil(site).dist, "2026-11-22");
  const later = await writeFixtureSite(nurses);
  try {
    cpSync(join(site.settings.root, "data/releases"), join(later.settings.root, "data/releases"), {recursive: true});
    return await gate(later.settings, later.dist).then(describeGate, (error: Error) => error.message.split("\n"));
  } finally {
    removeFixtureSite(later);
  }
}

test.each([21, 19])(
  "a count that differs by three from the release before is stopped (%i registrations each)",
  async (nurses) => {
    const said = await after(nurses);
    expect(said).toEqual([
      expect.stringMatching(
        /^Runde 1: \d+ af \d+ rækker er regnet om, og sammen med udgivelsen 2026-11-22 røber de profession=nurse .*, så mange (flere|færre) i denne udgave end i 2026-11-22 \(3\), og \d+ andre tal/
      ),
      "Webstedet må ikke offentliggøres: 1 fejl."
    ]);
  }
);

test("larger differences pass, and are reported", async () => {
  const said = await after(40);
  expect(said[0]).toMatch(/^Runde 1: \d+ af \d+ rækker er regnet om siden udgivelsen 2026-11-22\.$/);
  expect(said.at(-1)).toContain("webstedet må offentliggøres");
});

test("the same extracts, code and settings may be released again", async () => {
  await release(site.settings, spoil(site).dist, "2026-11-22");
  expect(describeGate(await gate(site.settings, spoil(site).dist)).join("\n")).not.toContain("udgivelsen");
});

const folder = "data/releases/2026-11-22";
const kept = (file: string) => join(site.settings.root, folder, file);

/** What the site says of itself, with the settings' periods. */
function facts() {
  const {registers, ...audit} = readFacts(readFinishedSite(site.dist))!;
  return {...audit, registers: {...registers, periods: site.settings.parameters.periods}};
}

/** A kept release in which one text said something else. */
async function releasedWithOtherText(): Promise<void> {
  await release(site.settings, spoil(site).dist, "2026-11-22");
  const {texts} = JSON.parse(readFileSync(kept("texts.json"), "utf8")) as {texts: Text[]};
  writeFileSync(kept("texts.json"), keptTexts([{...texts[0]!, text: "Sagt på en anden måde"}, ...texts.slice(1)]));
}

/** The site with the news of that release, and the feed; its repository has the same. */
async function withNews(): Promise<SpoiledSite> {
  await releasedWithOtherText();
  const {rows} = await readParquet(readFileSync(join(site.dist, "_file/data/audit_answers.parquet")));
  const news = {
    date: "2026-12-01",
    ...(await newsOf(site.settings, facts(), (table) => (table === "audit_answers" ? rows : [])))
  };
  const spoiled = spoil(site);
  spoiled.write(dataFile("news"), JSON.stringify(news));
  writeFileSync(newsFile(site.settings.root), JSON.stringify(news));
  spoiled.write("nyt.xml", feed(news, site.settings.siteAddress)!);
  return spoiled;
}

test("news that follow from the tables and the release pass, and their feed", async () => {
  const spoiled = await withNews();
  expect(spoiled.text(dataFile("news"))).toContain("Sagt på en anden måde");
  expect(spoiled.text("nyt.xml")).toMatch(/<entry><title>Definitioner[^<]*<.title>.*, før: Sagt på en anden måde/s);
  spoiled.sign();
  expect(describeGate(await gate(site.settings, spoiled.dist)).at(-1)).toContain("webstedet må offentliggøres");
});

test.each([
  [
    "news of something else",
    (s: SpoiledSite) => {
      s.change(dataFile("news"), "Sagt på en anden måde", "En patient mere");
      writeFileSync(newsFile(site.settings.root), s.text(dataFile("news")));
    },
    /news\.\w+\.json siger andet, end hvad tabellerne og udgivelsen tilsammen viser/
  ],
  [
    "news since a release that is not kept",
    (s: SpoiledSite) => {
      s.change(dataFile("news"), "2026-11-22", "2025-11-22");
      writeFileSync(newsFile(site.settings.root), s.text(dataFile("news")));
    },
    /sammenholder med udgivelsen 2025-11-22, som ikke er i data\/releases/
  ],
  [
    "a feed of something else",
    (s: SpoiledSite) => s.change("nyt.xml", "Sagt på", "Sagt mere på"),
    /nyt\.xml siger andet/
  ]
])("%s is stopped", async (_, plant, reason) => {
  const spoiled = await withNews();
  plant(spoiled);
  spoiled.sign();
  await expect(gate(site.settings, spoiled.dist)).rejects.toThrow(reason);
});

test.each([
  [
    "a cut-off table",
    "audit_answers.parquet",
    (bytes: Buffer) => bytes.subarray(0, 100),
    /audit_answers\.parquet er ikke, som den blev udgivet; hent filen igen fra git/
  ],
  [
    "a cut-off manifest",
    "release.json",
    (bytes: Buffer) => bytes.subarray(0, 100),
    /2026-11-22 i data\/releases: release\.json kan ikke læses/
  ],
  [
    "edited texts",
    "texts.json",
    (bytes: Buffer) => Buffer.from(bytes.toString().replace("Sagt på", "Sagt mere på")),
    /texts\.json er ikke, som den blev gemt/
  ],
  ["cut-off texts", "texts.json", (bytes: Buffer) => bytes.subarray(0, 100), /texts\.json er ikke, som den blev gemt/],
  [
    "other periods by the same names",
    "release.json",
    (bytes: Buffer) => {
      const manifest = JSON.parse(bytes.toString()) as {settings: {parameters: {periods: {from: string}[]}}};
      manifest.settings.parameters.periods[0]!.from = "2019-01-01";
      return Buffer.from(JSON.stringify(manifest));
    },
    /har andre dage i perioden 2021\/22 end settings\.yaml/
  ]
])("a release with %s is refused in one sentence, and nothing is lost", async (_, file, spoilt, reason) => {
  await releasedWithOtherText();
  writeFileSync(kept(file), spoilt(readFileSync(kept(file))));
  const error = await keptEditions(site.settings, facts()).catch((error: Error) => error);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Error).message).toMatch(reason);
  expect((error as Error).message.split("\n")).toHaveLength(1);
});

test("a release of another code book is refused", async () => {
  await releasedWithOtherText();
  const {codebook, ...others} = facts();
  const [first, ...rest] = codebook.professions;
  const asked = {...first!, questions: first!.questions.slice(1)};
  const other = {...others, codebook: {...codebook, professions: [asked, ...rest]}};
  await expect(keptEditions(site.settings, other)).rejects.toThrow(/er af en anden kodebog/);
});

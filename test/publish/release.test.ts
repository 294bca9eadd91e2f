import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import type {Row} from "../../data-loaders/engine/session.js";
import {describeGate, gate} from "../../publish/gate/gate.js";
import {keptReleases} from "../../publish/keptReleases.js";
import type {Manifest} from "../../publish/manifest.js";
import {release} from "../../publish/release.js";
import {removeFixtureSite, spoil, writeFixtureSite, type FixtureSite, type SpoiledSite} from "./gate/fixtureSite.js";

let site: FixtureSite;
beforeAll(async () => void (site = await writeFixtureSite()));
afterEach(() => rmSync(join(site.settings.root, "data/releases"), {recursive: true, force: true}));
afterAll(() => removeFixtureSite(site));

const names = () => keptReleases(site.settings.root).map(({name}) => name);

test("a release is kept once: its manifest and its tables, and nothing else", async () => {
  const {dist} = spoil(site);
  expect(await release(site.settings, dist, "2026-11-22")).toEqual({name: "2026-11-22", before: false});
  expect(await release(site.settings, dist, "2026-12-01")).toEqual({name: "2026-11-22", before: true});
  const folder = join(site.settings.root, "data/releases/2026-11-22");
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(["release.json", "audit_answers.parquet", "indicator_values.parquet"]));
  expect(readdirSync(folder).filter((file) => !/^(release\.json|\w+\.parquet)$/.test(file))).toEqual([]);
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

/** A release of other extracts, whose counts of what nurses did differ by some. */
async function later(by: number): Promise<SpoiledSite> {
  const spoiled = spoil(site);
  const more = (row: Row) => (row.subject === "audit_age" && row.profession === "nurse" && typeof row.n === "number" ? {...row, n: row.n + by} : row);
  await spoiled.table("means", (rows) => rows.map(more));
  const manifest = JSON.parse(spoiled.text("release.json")) as Manifest;
  spoiled.write("release.json", JSON.stringify({...manifest, settings: {...manifest.settings, other: true}}));
  return spoiled;
}

/** The same tables with another date in the manifest. */
function changed(spoiled: SpoiledSite): SpoiledSite {
  const manifest = JSON.parse(spoiled.text("release.json")) as Manifest;
  spoiled.write("release.json", JSON.stringify({...manifest, extracts: "2026-01-01"}));
  return spoiled;
}

test.each([
  [3, /means: sammenholdt med udgivelsen 2026-11-22 afslører n for audit_age, 1, , nurse, .* en gruppe, der er så lille/],
  [-1, /means: sammenholdt med udgivelsen 2026-11-22/]
])("a count that differs by %i from the release before is stopped", async (by, reason) => {
  await release(site.settings, spoil(site).dist, "2026-11-22");
  otherSeal();
  const spoiled = await later(by);
  spoiled.sign();
  await expect(gate(site.settings, spoiled.dist)).rejects.toThrow(reason);
});

test("larger differences pass, and are told", async () => {
  await release(site.settings, spoil(site).dist, "2026-11-22");
  otherSeal();
  const spoiled = await later(40);
  spoiled.sign();
  expect(describeGate(await gate(site.settings, spoiled.dist))).toEqual([
    "Siden udgivelsen 2026-11-22:",
    expect.stringMatching(/^ {2}means: \d+ rækker med andre tal, 0 nye, 0 væk$/),
    expect.stringContaining("webstedet må offentliggøres")
  ]);
});

test("the same extracts, code and settings may be released again", async () => {
  await release(site.settings, spoil(site).dist, "2026-11-22");
  expect(describeGate(await gate(site.settings, spoil(site).dist)).join("\n")).not.toContain("udgivelsen");
});

/** The kept release is made to be of other extracts than the site. */
function otherSeal(): void {
  const file = join(site.settings.root, "data/releases/2026-11-22/release.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(/"seal": ?"\w+"/, `"seal": "${"0".repeat(64)}"`));
}

import {cpSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import {describeGate, gate} from "../../publish/gate/gate.js";
import {keptReleases} from "../../data-loaders/disclosure/keptReleases.js";
import type {Manifest} from "../../publish/release/manifest.js";
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
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(["release.json", "audit_answers.parquet", "indicator_values.parquet"])
  );
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

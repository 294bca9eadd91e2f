import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {filesOf, type Manifest} from "../../publish/manifest.js";
import {copyProject, removeProject} from "../support/project.js";
import {shareRegisters} from "../support/registers.js";
import {build} from "../support/site.js";

const {project} = inject("site");
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, "dist/release.json"), "utf8")) as Manifest;

let other: string;
beforeAll(async () => {
  other = copyProject({from: project});
  // The twin's files are given; everything computed from them is not.
  await shareRegisters({workspace: join(other, "data/workspace")});
  // The gate does not look twice at a site of the very same bytes.
  cpSync(join(project, "data/workspace/gate-passed"), join(other, "data/workspace/gate-passed"));
});
afterAll(() => removeProject(other));

test("the manifest tells every file that is there, and the release's seal", () => {
  expect(manifestOf(project).files).toEqual(filesOf(join(project, "dist")));
  expect(manifestOf(project)).toMatchObject({seal: expect.stringMatching(/^[0-9a-f]{64}$/), data: "synthetic", extracts: null});
});

test("another build of the same commit, data and settings, in another folder and with another number of threads, gives the same bytes", async () => {
  const settings = join(other, "settings.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace(/^threads: .*$/m, "threads: 1"));
  await build(other);
  expect(manifestOf(other)).toEqual(manifestOf(project));
}, 600_000);

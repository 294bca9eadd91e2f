import {cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {copyProject, removeProject} from "../support/project.js";
import {rygatlas} from "../support/run.js";

let project: string;
let dist: string;
beforeAll(() => {
  project = copyProject({from: inject("site").project, built: true});
  dist = join(project, "dist");
});
afterAll(() => removeProject(project));

test("the site that was built has passed, and a copy of it elsewhere passes whole", async () => {
  expect(await rygatlas(project, ["gate", "dist"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+ filer er uændrede, siden webstedet kom igennem kontrollen\.\n$/),
    err: ""
  });
  rmSync(join(project, "data/workspace/gate-passed"));
  const copy = join(project, "copy");
  cpSync(dist, copy, {recursive: true});
  expect(await rygatlas(project, ["gate", "copy"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+ filer og \d+ tabeller er kontrolleret: webstedet må offentliggøres\.\n$/),
    err: ""
  });
});

test("the project's own site is removed when it is refused, fault by fault, so that nobody publishes it", async () => {
  writeFileSync(join(dist, "patienter.csv"), "");
  rmSync(join(dist, "data.html"));
  const tables = join(dist, "_file/data");
  for (const file of readdirSync(tables)) if (file.startsWith("means.")) rmSync(join(tables, file));
  const page = join(dist, "metode/index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("<h1", '<img src="https://example.org/count.gif"><h1'));
  const {code, out, err} = await rygatlas(project, ["gate", "dist"]);
  expect({code, out}).toEqual({code: 1, out: ""});
  expect(err).toMatch(/^patienter\.csv står ikke i release\.json; /m);
  expect(err).toMatch(/^data\.html står i release\.json, men mangler; /m);
  expect(err).toMatch(/^Tabellen means mangler; /m);
  expect(err).toMatch(/^metode\/index\.html: <img> henter https:\/\/example\.org\/count\.gif fra et andet websted/m);
  expect(err).not.toMatch(/\n\s+at /);
  expect(existsSync(dist)).toBe(false);
});

import {join} from "node:path";
import {expect, inject, test} from "vitest";
import {filesOf, readManifest} from "../../publish/release/manifest.js";

const {project} = inject("site");

test("the manifest lists every file that is there, and the release's seal", () => {
  const dist = join(project, "dist");
  const manifest = readManifest(dist);
  expect(manifest.files).toEqual(filesOf(dist));
  expect(manifest).toMatchObject({seal: expect.stringMatching(/^[0-9a-f]{64}$/), data: "synthetic", extracts: null});
});

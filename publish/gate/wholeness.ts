import {createHash} from "node:crypto";
import type {Manifest} from "../release/manifest.js";
import {manifestFile} from "../../data-loaders/disclosure/keptReleases.js";
import type {FinishedSite} from "./finishedSite.js";

/** Whether a site is what its manifest says, file by file. Returns one sentence a fault. */
export function wholeness(site: FinishedSite, {files}: Manifest): string[] {
  const listed = new Map(files.map((file) => [file.path, file]));
  const there = site.files.filter((path) => path !== manifestFile);
  return [
    ...there
      .filter((path) => !listed.has(path))
      .map((path) => `${path} står ikke i ${manifestFile}; fjern filen, eller byg webstedet igen.`),
    ...files.flatMap(({path, sha256}) => {
      if (!there.includes(path))
        return [`${path} står i ${manifestFile}, men mangler; hent kopien igen, eller byg webstedet igen.`];
      const found = createHash("sha256").update(site.bytes(path)).digest("hex");
      return found === sha256
        ? []
        : [`${path} er ikke den fil, som ${manifestFile} nævner; hent kopien igen, eller byg webstedet igen.`];
    })
  ];
}

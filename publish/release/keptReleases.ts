import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {manifestFile, type Manifest} from "./manifest.js";

/** A release that was kept when it was made public: its manifest, and its protected tables. */
export interface KeptRelease {
  /** The name of its folder: the day it was released. */
  name: string;
  folder: string;
  manifest: Manifest;
}

/** Where releases are kept. They hold nothing that was not published. */
export function releasesFolder(root: string): string {
  return join(root, "data/releases");
}

/** Every kept release, the newest first. */
export function keptReleases(root: string): KeptRelease[] {
  const folder = releasesFolder(root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith(".") && existsSync(join(folder, name, manifestFile)))
    .sort((a, b) => b.localeCompare(a, "en", {numeric: true}))
    .map((name) => ({
      name,
      folder: join(folder, name),
      manifest: JSON.parse(readFileSync(join(folder, name, manifestFile), "utf8")) as Manifest
    }));
}

/** The newest kept release made of other extracts, code or settings: what readers can subtract a new one from. */
export function releaseBefore(root: string, {seal, registers}: Manifest): KeptRelease | undefined {
  return keptReleases(root).find(({manifest}) => manifest.seal !== seal || manifest.registers.seal !== registers.seal);
}

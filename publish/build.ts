import {spawn} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {join, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {publishedShape} from "../data-loaders/disclosure/participants.js";
import {endThreads} from "../data-loaders/engine/inThreads.js";
import {readParquet} from "../data-loaders/engine/readParquet.js";
import {filesBelow, hashOf, hashSources} from "../data-loaders/engine/seal.js";
import {Refusal} from "../data-loaders/ground/refusal.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {buildCache, type LoadReport} from "../data-loaders/load.js";
import {keepNews} from "../data-loaders/news/keepNews.js";
import {dayOf} from "../src/domain/review.js";
import {tables} from "../data-loaders/tables/index.js";
import {readAnswers} from "./answers/memory.js";
import {attack} from "./gate/attack.js";
import {readFinishedSite} from "./gate/finishedSite.js";
import {describeGate, gate} from "./gate/gate.js";
import type {GatedTable} from "./gate/gatedTables.js";
import {gateCode, readProofs, siteSources, type Known} from "./gate/proofs.js";
import {wholeness} from "./gate/wholeness.js";
import {lintSite} from "./lint.js";
import {describeProblem} from "./lint/problem.js";
import {readVocabulary} from "./pages/vocabulary.js";
import {describePublish, publish} from "./publish.js";
import {manifestFile} from "../data-loaders/disclosure/keptReleases.js";
import {readManifest} from "./release/manifest.js";

/**
 * Builds the site in `dist` from the tables that a load left: writes what is new, checks the pages, lets Framework build
 * them, finishes what it built and asks the gate. The tables are attacked meanwhile, which the gate then need not do
 * again when they are the very same in `dist`. A `dist` that was made of the very same is looked through for wholeness
 * alone.
 * @param report of the load; `print` gets the lines of each step when it ends
 * @throws Refusal when a step refuses; a `dist` that is begun is then removed, or never passes for a finished site
 */
export async function build(
  settings: Settings,
  {audit, registers}: Pick<LoadReport, "audit" | "registers">,
  print: (lines: string[]) => void
): Promise<void> {
  const dist = join(settings.root, "dist");
  await keepNews(settings, dayOf(new Date()));
  const proofs = readProofs(settings);
  const code = gateCode(settings);
  const inputs = hashOf(code, otherInputs(settings), audit.seal.hash, registers.seal.hash, siteSources(settings.root));
  const builtKey = () => hashOf("built", inputs, readFileSync(join(dist, manifestFile), "utf8"));
  if (existsSync(join(dist, manifestFile)) && proofs.has(builtKey())) {
    const site = readFinishedSite(dist);
    if (wholeness(site, readManifest(dist)).length === 0)
      return print([
        `Intet at gøre: dist er bygget af det, der ligger her nu, og er hel (${site.files.length} filer).`
      ]);
  }
  // What stops the attack stops it in the gate too, which says so.
  const attacked = attackCache(settings, {proofs, code}).catch(() => undefined);
  const known = readAnswers(settings);
  try {
    const problems = await lintSite(settings, known);
    if (problems.length > 0) print(problems.map(describeProblem));
    const errors = problems.filter(({severity}) => severity === "error").length;
    if (errors > 0)
      throw new Refusal(`Webstedet er ikke bygget: ${errors === 1 ? "1 fejl" : `${errors} fejl`} i siderne.`);
    await framework(settings.root);
    const seals = {audit: audit.seal, registers: registers.seal};
    print(describePublish(await publish(settings, dist, {known, seals})));
    await attacked;
    print(describeGate(await gate(settings, dist, proofs)));
  } finally {
    endThreads();
  }
  proofs.note(builtKey());
  proofs.keep();
}

/** Begins to attack the tables of a load; what is found is remembered with the proofs, and said by the gate. */
async function attackCache(settings: Settings, known: Known): Promise<void> {
  const gated = tables.map(async (table): Promise<GatedTable> => {
    const file = join(buildCache(settings), `${table.name}.parquet`);
    return {table: publishedShape(table, settings.disclosure.audit), file, ...(await readParquet(readFileSync(file)))};
  });
  await attack(await Promise.all(gated), settings, readVocabulary(settings), known);
}

/** `observable build` in a process of its own. */
function framework(root: string): Promise<void> {
  const command = fileURLToPath(new URL("framework/quickBuild.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", command, "build"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"]
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Refusal(`observable build sluttede med kode ${code}; se ovenfor.`))
    );
  });
}

/** What else decides what a site says: the menu, the repository's data, the versions of packages and of Node. */
function otherInputs({root, workspace, extracts}: Settings): string {
  const data = filesBelow(join(root, "data")).filter(
    (file) => ![workspace, extracts].some((folder) => file.startsWith(folder + sep))
  );
  const files = ["observablehq.config.ts", "package.json", "node_modules/.package-lock.json"];
  const there = files.map((file) => join(root, file)).filter((file) => existsSync(file));
  return hashOf(hashSources(root, [...data, ...there]), process.version);
}

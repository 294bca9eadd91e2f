import {writeFileSync} from "node:fs";
import {join, relative, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {Argument, Command, CommanderError, InvalidArgumentError, Option} from "commander";
import {dayOf} from "../src/domain/review.js";
import {progress} from "./engine/progress.js";
import type {LoadReport} from "./load.js";
import {Refusal} from "./ground/refusal.js";
import {readSettings} from "./ground/settings.js";

// A command loads what it needs when it runs: help and wrong usage are answered without it.
const root = fileURLToPath(new URL("..", import.meta.url));

const dialectNames = ["duckdb", "spark", "tsql", "oracle", "postgres"];

const program = new Command("rygatlas")
  .description("Rygatlas: fra udtræk til et offentligt websted om rygbehandling")
  .exitOverride()
  .configureOutput({writeErr: (text) => process.stderr.write(text)});

program
  .command("load")
  .description("læs udtræk, kontroller dem og skriv alle tabeller")
  .option("--extracts <mappe>", "mappe med udtræk (ellers data/extracts, ellers den syntetiske tvilling)")
  .option("--out <mappe>", "hvor tabellerne skrives (ellers sidens egen cache)")
  .action(async ({extracts, out}) => void (await runLoad({extracts, out, write: true})));

program
  .command("check")
  .description("gør det samme som load, men skriv intet")
  .option("--extracts <mappe>", "mappe med udtræk")
  .action(async ({extracts}) => void (await runLoad({extracts, write: false})));

program
  .command("synth")
  .description("skriv den syntetiske tvilling af alle udtræk")
  .requiredOption("--out <mappe>", "hvor udtrækkene skrives")
  .option("--scale <k>", "k gange så mange registreringer og mennesker", positive)
  .option("--seed <n>", "frø for tilfældigheden", whole)
  .option("--prescriptions <n>", "omkring n recepter i alt", positive)
  .option("--regions", "med deltagernes region i auditten")
  .action(async ({out, scale, seed, prescriptions, regions}) => {
    const settings = readSettings(root);
    const {writeAuditTwin} = await import("./synthetic/audit.js");
    const {describeTwin} = await import("./synthetic/report.js");
    const {describeRegisterTwin, writeRegisterTwin} = await import("./synthetic/registers/twin.js");
    const {registerTwinSource, twinSource} = await import("./synthetic/twin.js");
    const chosen = {scale: scale ?? settings.synthetic.scale, seed: seed ?? settings.synthetic.seed};
    const folder = resolve(out);
    print(describeTwin(await writeAuditTwin(folder, {...twinSource(settings), ...chosen, regions})));
    print(
      describeRegisterTwin(await writeRegisterTwin(folder, {...registerTwinSource(settings), ...chosen, prescriptions}))
    );
  });

program
  .command("map")
  .argument("<fil>", "en fil, som auditten eller et register er leveret i")
  .description("skriv et udkast til aliases og values i settings.yaml ud fra filens egne kolonner")
  .action(async (file: string) => {
    const {mapFile} = await import("./commands/mapFile.js");
    print(await mapFile(readSettings(root), resolve(file)));
  });

program
  .command("codes")
  .description("giv hver deltager en privat kode til sin egen søjle")
  .option("--out <fil>", "hvor listen skrives (ellers skrives den ud)")
  .action(async ({out}: {out?: string}) => {
    const {handOutCodes} = await import("./commands/handOutCodes.js");
    const bar = progress();
    print(await handOutCodes(readSettings(root), {out: out && resolve(out), step: bar.step}).finally(bar.stop));
  });

program
  .command("keys")
  .description("lav arrangørens nøgler, som afleveringer fra skemaet krypteres til")
  .requiredOption("--out <fil>", "hvor den hemmelige nøgle skrives")
  .action(async ({out}: {out: string}) => {
    const {makeKeys} = await import("./reception/keys.js");
    const key = await makeKeys(resolve(out));
    print([
      `audit_key: ${key}`,
      `Skriv linjen i settings.yaml. Den hemmelige nøgle står i ${out}: tag en kopi, og del den ikke.`
    ]);
  });

program
  .command("receive")
  .argument("<mappe>", "mappen med deltagernes afleveringer")
  .description("læs afleveringer fra skemaet, og læg registreringerne i data/extracts/audit")
  .option("--key <fil>", "filen med den hemmelige nøgle, hvor afleveringerne er krypteret")
  .option("--invited <fil>", "CSV med profession og participant_no på de inviterede")
  .action(async (folder: string, {key, invited}: {key?: string; invited?: string}) => {
    const {receive} = await import("./reception/receive.js");
    const {describeReceived} = await import("./reception/describeReceived.js");
    const {readInvited} = await import("./reception/readInvited.js");
    const {readCodebook} = await import("./ground/codebook.js");
    const settings = readSettings(root);
    const codebook = readCodebook(settings.codebook);
    const expected = invited === undefined ? [] : readInvited(resolve(invited), codebook);
    const today = dayOf(new Date());
    const received = await receive(settings, resolve(folder), {
      today,
      ...(key !== undefined && {keyFile: resolve(key)})
    });
    print(describeReceived(received, codebook, expected));
    if (received.some(({fault}) => fault)) process.exitCode = 1;
  });

program
  .command("feedback")
  .requiredOption("--out <mappe>", "hvor rapporterne skrives: ikke i noget, der offentliggøres")
  .description("skriv en personlig tilbagemelding til hver deltager, som PDF og som HTML, efter load")
  .action(async ({out}: {out: string}) => {
    const {feedback} = await import("../publish/feedback/feedback.js");
    const bar = progress();
    const reports = await feedback(readSettings(root), {out: resolve(out), day: new Date(), step: bar.step}).finally(
      bar.stop
    );
    print([`${reports} tilbagemeldinger ligger i ${out}. Send hver deltager sin egen.`]);
  });

program
  .command("sources")
  .description("skriv registrene, som de er læst, med alt, hvad modellerne i SQL skal bruge i en DuckDB-skal")
  .option("--extracts <mappe>", "mappe med udtræk")
  .option("--out <mappe>", "hvor de skrives (ellers data/workspace/sources)")
  .action(async ({extracts, out}: {extracts?: string; out?: string}) => {
    const {describeSources, keepSources} = await import("./commands/keepSources.js");
    const {findDelivery} = await import("./synthetic/standIn.js");
    const settings = readSettings(root);
    const {registers} = await findDelivery(settings, extracts && resolve(extracts));
    const bar = progress();
    const options = {out: out && resolve(out), step: bar.step};
    print(describeSources(await keepSources(settings, registers.folder, options).finally(bar.stop)));
  });

program
  .command("reduce")
  .description(
    "reducer registre dér, hvor de er, til personer med en rygdiagnose: skriv scriptet, eller kør det på Spark"
  )
  .addOption(new Option("--dialect <sprog>", "skriv scriptet på databasens sprog").choices(dialectNames))
  .addOption(new Option("--run <program>", "kør scriptet").choices(["spark"]).conflicts("dialect"))
  .option("--master <adresse>", "hvor Spark kører", "local[*]")
  .option("--extracts <mappe>", "mappe med udtræk, der læses som filer (duckdb og spark); ellers læses tabeller")
  .option("--tables <mappe>", "mappe med <register>/<tabel>.csv, hvis første linje har tabellens kolonner")
  .option("--out <mappe>", "hvor Spark skriver det reducerede udtræk")
  .action(async ({dialect, run, master, extracts, tables, out}) => {
    if (!dialect && !run) return void program.error("fejl: angiv --dialect eller --run spark");
    if (run && !out) return void program.error("fejl: angiv med --out, hvor det reducerede udtræk skrives");
    const {describeReduced, runOnSpark, scriptFor} = await import("./commands/reduce.js");
    const settings = readSettings(root);
    const places = {extracts: extracts && resolve(extracts), tables: tables && resolve(tables)};
    if (dialect) return print([await scriptFor(settings, dialect, places)]);
    const bar = progress();
    bar.step("Reducerer registrene på Apache Spark");
    print(describeReduced(await runOnSpark(settings, {...places, master, out}).finally(bar.stop)));
  });

program
  .command("reconcile")
  .description("sammenhold alt, hvad rapporterne trykker, med det beregnede, og skriv siden Afstemnings filer")
  .action(async () => {
    const {reconcile} = await import("./reconcile/reconcile.js");
    const {describeSources} = await import("./reconcile/describe.js");
    const {keepReconciliation} = await import("./reconcile/facts.js");
    const bar = progress();
    const result = await reconcile(readSettings(root), {step: bar.step}).finally(bar.stop);
    keepReconciliation(root, result);
    print(describeSources(result.sources));
    if (result.unexplained > 0) process.exitCode = 1;
  });

program
  .command("news")
  .description("indlæs data, og skriv, hvad der er nyt siden den sidst gemte udgivelse, til siden Nyt")
  .action(async () => {
    await runLoad({write: true});
    const {describeNews, keepNews} = await import("./news/keepNews.js");
    print(describeNews(await keepNews(readSettings(root), dayOf(new Date()))));
  });

program
  .command("lint")
  .description("kør hver SQL-celle på hver side én gang, uden at bygge")
  .option("--watch", "og igen, hver gang en side, en kodebog, en tabel eller en indstilling gemmes")
  .action(async ({watch}) => {
    if (watch) return (await import("./commands/again.js")).inChild(watchPages);
    const {lint} = await import("../publish/lint.js");
    const {describeProblem} = await import("../publish/lint/problem.js");
    const bar = progress();
    const problems = await lint(readSettings(root), bar.step).finally(bar.stop);
    if (problems.length > 0) print(problems.map(describeProblem));
    process.exitCode = problems.some(({severity}) => severity === "error") ? 1 : 0;
  });

/**
 * Checks the pages that are saved. What else decides what is right, code too, is read by a process that begins anew.
 */
async function watchPages(again: () => void): Promise<void> {
  const {keepLint} = await import("../publish/lint.js");
  const {describeProblem} = await import("../publish/lint/problem.js");
  const {whenSaved} = await import("../publish/whenSaved.js");
  const src = join(root, "src");
  // Editors know by these two lines which problems belong to one run.
  const marked = async <T>(check: () => Promise<T>) => {
    print(["lint: begynder"]);
    const checked = await check().catch((error: unknown) => void explain(error));
    print(["lint: færdig, venter på næste gemte side"]);
    return checked;
  };
  const say = (problems: Parameters<typeof describeProblem>[0][]) => {
    if (problems.length > 0) print(problems.map(describeProblem));
  };
  const kept = await marked(async () => {
    const bar = progress();
    const kept = await keepLint(readSettings(root), bar.step).finally(bar.stop);
    say(kept.problems());
    return kept;
  });
  const places = ["src", "data-loaders", "data/codebooks", "data/codelists", "data/programme", "settings.yaml"];
  whenSaved(
    places.map((place) => join(root, place)),
    async (saved) => {
      const below = [...saved].map((file) => relative(src, file).split(sep).join("/"));
      const isPage = (path: string) => /^(?!\.).*\.md$/.test(path);
      if (below.some((path) => !isPage(path) && isInput(path)) || !kept) return again();
      const pages = below.filter(isPage);
      if (pages.length === 0) return;
      await marked(async () => {
        await kept.check(pages);
        say(kept.problems());
      });
    }
  );
}

/**
 * Whether a file, by its path below the source folder, has a say in what is right on a page: not what editors leave.
 */
function isInput(path: string): boolean {
  const isOfFramework = path.startsWith(".observablehq/") && !path.startsWith(".observablehq/cache/data/");
  return !isOfFramework && /(?:^|\/)[^./][^/]*\.(?:ts|sql|ya?ml|json|csv|css|parquet)$/.test(path);
}

program
  .command("try")
  .argument("<indikator>", "indikatorens id, såsom repeated_mri")
  .description("tæl én indikator på dagens registre, før beskyttelse, med patienterne efter hver betingelse")
  .option("--extracts <mappe>", "mappe med udtræk")
  .action(async (id: string, {extracts}: {extracts?: string}) => {
    const {describeTried, tryIndicator} = await import("./commands/tryIndicator.js");
    const {findDelivery} = await import("./synthetic/standIn.js");
    const settings = readSettings(root);
    const {registers} = await findDelivery(settings, extracts && resolve(extracts));
    const bar = progress();
    print(describeTried(await tryIndicator(settings, registers, id, bar.step).finally(bar.stop)));
  });

program
  .command("dev")
  .description("indlæs data, og vis webstedet og værkstedet, mens der arbejdes")
  .option("--port <n>", "porten (ellers den første ledige fra 3000)", positive)
  .action(async ({port}: {port?: number}) => {
    await runLoad({write: true});
    const {startPreview} = await import("../publish/framework/preview.js");
    const {openBench} = await import("../publish/workbench/bench.js");
    const {workspaceStamp} = await import("../publish/workbench/openWorkspace.js");
    const {addressFile, benchToken, serveBench} = await import("../publish/workbench/server.js");
    const settings = readSettings(root);
    const token = benchToken(settings);
    const {address} = await startPreview({
      before: serveBench(openBench(settings), token),
      data: () => workspaceStamp(settings),
      ...(port && {port})
    });
    writeFileSync(addressFile(settings), address);
    print([`Værkstedet: ${address}/vaerksted#token=${token}`]);
  });

program
  .command("editor")
  .description("svar en editor om SQL-cellerne på siderne (VS Code starter den selv)")
  .action(async () => {
    const {createConnection, ProposedFeatures} = await import("vscode-languageserver/node");
    const {serveLanguage} = await import("../publish/languageServer/languageServer.js");
    const {openProject} = await import("../publish/languageServer/project.js");
    // What else is printed would be taken for an answer.
    console.log = console.error;
    const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
    serveLanguage(connection, openProject(readSettings(root)));
  });

program
  .command("publish")
  .description("gør det byggede websted i dist færdigt")
  .action(async () => {
    const {describePublish, publish} = await import("../publish/publish.js");
    print(describePublish(await publish(readSettings(root))));
  });

program
  .command("gate")
  .argument("<mappe>", "et færdigt websted, såsom dist, eller en kopi af et")
  .description("afvis et websted, der fortæller mere, end det må")
  .action(async (folder: string) => {
    const {describeGate, gate} = await import("../publish/gate/gate.js");
    print(describeGate(await gate(readSettings(root), resolve(folder))));
  });

program
  .command("build")
  .description("byg webstedet i dist: load, lint, Framework, publish og gate i ét")
  .action(async () => {
    const report = await runLoad({write: true});
    const {build} = await import("../publish/build.js");
    await build(readSettings(root), report, print);
  });

program
  .command("release")
  .argument("<mappe>", "det færdige websted, der offentliggøres")
  .description("gem, hvad en udgivelse fortæller, så den næste kan sammenholdes med den")
  .action(async (folder: string) => {
    const {release} = await import("../publish/release.js");
    const today = dayOf(new Date());
    const {name, before} = await release(readSettings(root), resolve(folder), today);
    print([
      before ? `Udgivelsen er gemt i forvejen i data/releases/${name}.` : `Udgivelsen er gemt i data/releases/${name}.`
    ]);
  });

program
  .command("report")
  .addArgument(
    new Argument("[rapport]", "auditrapporten eller registerrapporten")
      .choices(["audit", "register"])
      .default("register")
  )
  .description("skriv en årsrapport som PDF ud fra det byggede websted i dist")
  .option("--area <kode>", "registerrapporten for en region eller kommune (ellers hele landet)")
  .option("--out <fil>", "filen, der skrives (ellers rygatlas-<rapport>-<område>.pdf)")
  .action(async (kind: "audit" | "register", {area, out}: {area?: string; out?: string}) => {
    const {report} = await import("../publish/report/report.js");
    const started = performance.now();
    const file = out ?? `${["rygatlas", kind, area].filter(Boolean).join("-")}.pdf`;
    const pages = await report(readSettings(root), {kind, area, out: resolve(file), day: new Date()});
    print([
      `${file}: ${pages} sider på ${((performance.now() - started) / 1000).toLocaleString("da-DK", {maximumFractionDigits: 1})} sekunder.`
    ]);
  });

program
  .command("bench")
  .addArgument(
    new Argument("[hvad]", "hvad der måles; ellers alt").choices([
      "house",
      "load",
      "registers",
      "disclosure",
      "build",
      "site"
    ])
  )
  .description("mål tid og hukommelse")
  .option(
    "--scale <k>",
    "registrene: højst k gange tvillingens mennesker (ellers 10, som hele landet); auditten: k gange dens registreringer (ellers 1000)",
    positive
  )
  .action(async (what: string | undefined, {scale}: {scale?: number}) => {
    const {bench} = await import("../bench/bench.js");
    for await (const line of bench(readSettings(root), {what, scale})) print([line]);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

async function runLoad({extracts, out, write}: {extracts?: string; out?: string; write: boolean}): Promise<LoadReport> {
  const started = performance.now();
  const {load} = await import("./load.js");
  const {describeLoad} = await import("./commands/loadReport.js");
  const {findDelivery} = await import("./synthetic/standIn.js");
  const bar = progress();
  try {
    const settings = readSettings(root);
    bar.step("Finder udtræk");
    const delivery = await findDelivery(settings, extracts && resolve(extracts));
    const report = await load(settings, delivery, {write, out: out && resolve(out), step: bar.step});
    bar.stop();
    print(describeLoad(report, (performance.now() - started) / 1000));
    return report;
  } finally {
    bar.stop();
  }
}

/** Reports what went wrong and returns the exit code: 1 the data were refused, 2 wrong usage. */
function explain(error: unknown): number {
  if (error instanceof Refusal) {
    console.error(error.message);
    return 1;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  throw error;
}

function whole(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError("angiv et helt tal.");
  return number;
}

function positive(value: string): number {
  const number = whole(value);
  if (number === 0) throw new InvalidArgumentError("angiv mindst 1.");
  return number;
}

function print(lines: string[]): void {
  process.stdout.write(lines.join("\n") + "\n");
}

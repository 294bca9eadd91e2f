import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {spawnSync} from "node:child_process";
import {csvFormat, csvParse} from "d3-dsv";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {describeReconciliation, reconcile, reconcileWith, type Reconciliation} from "../../../data-loaders/reconcile.js";
import {factsOf} from "../../../data-loaders/reconcile/facts.js";
import {computeFrom, defaultTwin} from "../../../data-loaders/reconcile/twin.js";
import {readSettings} from "../../../data-loaders/settings.js";
import {root} from "./madeUp.js";

const folder = mkdtempSync(join(tmpdir(), "rygatlas-reconcile-test-"));
const settings = {...readSettings(root), workspace: join(folder, "workspace"), extracts: join(folder, "extracts")};
let right: Reconciliation;

beforeAll(async () => {
  right = await reconcile(settings);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const findings = (r: Reconciliation) => r.sources.flatMap((s) => s.findings);

describe("the default twin", () => {
  test("leaves nothing unexplained", () => {
    expect(findings(right).filter((f) => f.verdict === "different")).toEqual([]);
    expect(right.unexplained).toBe(0);
  });

  test("differs exactly where the report contradicts itself", () => {
    const explained = findings(right).filter((f) => f.inconsistency);
    expect(explained.map((f) => `${f.key} ${f.inconsistency}`)).toEqual([
      "spine_centre/HENVIST FRA/Anden sygehusafdeling/count I01",
      "physiotherapist/referred_mr_today/percent I04",
      "total/referred_mr_today/percent I05",
      "men/spine_centre/18-29/percent I13",
      "V_GP_RC/23/percent I14",
      ...["S019 I06", "S032 I07", "S033 I08", "S034 I09", "S035 I10", "S042 I11", "S043 I11", "D10 I12"]
    ]);
  });

  test("has something in the cells the report leaves blank", () => {
    const blank = findings(right).filter((f) => f.verdict === "not_printed");
    expect(blank).toHaveLength(14);
    expect(blank.every((f) => f.key.startsWith("spine_centre_phone/FUND"))).toBe(true);
  });

  test("is the one of the settings as delivered", () => {
    const bare = join(folder, "bare");
    mkdirSync(bare);
    writeFileSync(join(bare, "settings.yaml"), "{}");
    const {codebook, synthetic} = readSettings(bare);
    expect({codebook: codebook.split(/[\\/]/).at(-1), ...synthetic}).toEqual(defaultTwin);
  });

  test("own extracts, seed, scale and aliases change nothing", async () => {
    mkdirSync(join(settings.extracts, "audit"), {recursive: true});
    writeFileSync(join(settings.extracts, "audit/own.csv"), "profession\nnobody\n");
    const own = {...settings, synthetic: {seed: 1, scale: 2}, aliases: {age: "sex"}};
    expect(await reconcile(own)).toEqual(right);
  });
});

test("one answer changed differs in exactly its cells", async () => {
  const file = join(folder, "changed.csv");
  const rows = csvParse(readFileSync(twinFile(settings.workspace), "utf8"));
  const row = rows.find((r) => r.profession === "gp" && r.earlier_episodes === "several_disabling")!;
  row.earlier_episodes = "none_or_few";
  writeFileSync(file, csvFormat(rows));
  const changed = reconcileWith(await computeFrom([file], settings), root);
  expect(findings(changed).filter((f) => f.verdict === "different").map((f) => f.key)).toEqual([
    "gp/TIDLIGERE EPISODER/Flere funktionshæmmende rygepisoder/count",
    "gp/TIDLIGERE EPISODER/Flere funktionshæmmende rygepisoder/percent",
    "gp/TIDLIGERE EPISODER/Ingen eller få rygepisoder/count",
    "gp/TIDLIGERE EPISODER/Ingen eller få rygepisoder/percent"
  ]);
  expect(changed.unexplained).toBe(4);
});

test("the command exits with 1 on one printed count that is off by one, and names it", () => {
  const project = copyOfProject();
  const run = () => spawnSync(process.execPath, ["bin/rygatlas.js", "reconcile"], {cwd: project, encoding: "utf8"});
  const equal = run();
  expect(equal.stderr + equal.stdout.slice(-200)).toContain("0 uforklaret.");
  expect(equal.status).toBe(0);
  const printed = join(project, "data/published/audit_overview.csv");
  writeFileSync(printed, readFileSync(printed, "utf8").replace("under knæ,83,26,", "under knæ,84,26,"));
  const off = run();
  expect(off.status).toBe(1);
  expect(off.stdout.match(/^ {2}FORSKEL.*/gm)).toEqual(["  FORSKEL     trykt      84  beregnet      83  Praktiserende læger: Pt. med udstråling til under knæ, antal"]);
});

test("prints every figure, each difference with its reason, and a verdict on the whole", () => {
  const lines = describeReconciliation(right);
  const figures = right.sources.filter((s) => s.kind === "figures").flatMap((s) => s.findings);
  expect(lines.filter((line) => /^ {2}\S.* trykt +\S+ +beregnet +\S+ {2}/.test(line))).toHaveLength(figures.length);
  expect(lines.filter((line) => /^ {4}I\d\d: /.test(line))).toHaveLength(13);
  expect(lines.at(-1)).toBe(`${findings(right).length} trykte tal og udsagn, 13 afvigelser forklaret, 0 uforklaret.`);
});

test("the facts for the page survive JSON", () => {
  const facts = factsOf(right);
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  expect(facts.sources.map((s) => s.total).reduce((a, b) => a + b)).toBe(findings(right).length);
  expect(facts.claims).toHaveLength(74);
  expect(facts.differences.map((f) => f.inconsistency)).toEqual(["I01", "I04", "I05", "I13", "I14"]);
});

function twinFile(workspace: string): string {
  return join(workspace, "twin/audit/registreringer.csv");
}

/** The project without its build, its own extracts and its workspace. */
function copyOfProject(): string {
  const project = join(folder, "project");
  const code = ["bin", "data-loaders", "src/statistics", "settings.yaml", "package.json", "tsconfig.json"];
  const data = ["codebooks", "published", "reconciliation", "synthetic"].map((name) => join("data", name));
  for (const path of [...code, ...data]) cpSync(join(root, path), join(project, path), {recursive: true});
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "dir");
  return project;
}

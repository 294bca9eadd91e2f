// @module-tag slow: reads the tables of a whole register twin.
import {cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {spawnSync} from "node:child_process";
import {beforeAll, describe, expect, test} from "vitest";
import {reconcile, reconcileWith, type Reconciliation} from "../../../data-loaders/reconcile/reconcile.js";
import {describeSources} from "../../../data-loaders/reconcile/describe.js";
import {factsOf, reconciliationFiles} from "../../../data-loaders/reconcile/facts.js";
import type {ComputedRegisters} from "../../../data-loaders/printed/registers/computed.js";
import {computeRegisterTwin, defaultRegisters} from "../../../data-loaders/reconcile/registers/twin.js";
import {defaultTwin} from "../../../data-loaders/reconcile/twin.js";
import {registerSeal} from "../../../data-loaders/load/seals.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {registerTables} from "../../../data-loaders/tables/index.js";
import {shareReconciled, shareRegisters} from "../../support/registers.js";
import {root} from "./madeUp.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const folder = temporaryFolder();
const settings = {...readSettings(root), workspace: join(folder, "workspace"), extracts: join(folder, "extracts")};
/** The tables that the reconciliation leaves, with specialties as the report prints them. */
const tables = join(settings.workspace, "reconcile/registers");
let right: Reconciliation;

beforeAll(async () => {
  // With the register tables that a load and a reconciliation have computed.
  await shareRegisters({workspace: settings.workspace, out: join(folder, "out")});
  await shareReconciled(settings.workspace);
  right = await reconcile(settings);
});

const findings = (r: Reconciliation) => r.sources.flatMap((s) => s.findings);

describe("the default twin", () => {
  test("leaves nothing unexplained", () => {
    expect(findings(right).filter((f) => f.verdict === "different")).toEqual([]);
    expect(right.unexplained).toBe(0);
  });

  test("differs exactly where the reports contradict themselves", () => {
    const explained = findings(right).filter((f) => f.inconsistency);
    expect(explained.map((f) => `${f.key} ${f.inconsistency}`)).toEqual([
      "spine_centre/HENVIST FRA/Anden sygehusafdeling/count I01",
      "physiotherapist/referred_mr_today/percent I04",
      "total/referred_mr_today/percent I05",
      "men/spine_centre/18-29/percent I13",
      "V_GP_RC/23/percent I14",
      ...["S019 I06", "S032 I07", "S033 I08", "S034 I09", "S035 I10", "S042 I11", "S043 I11", "D10 I12"],
      "Privat/area_patients_n I19",
      "Privathospital/area_patients_n I19",
      "ended_after_contact_by_start_specialty/1/acute/percent I21",
      "strong_analgesic_prior_use/denominator_share_of_all/value I22",
      "labour_market_retention/result_as_printed_in_patient_perspective/value I26",
      "labour_market_retention/working_life_changed_share_in_words/value I26"
    ]);
  });

  test("has something in the cells the report leaves blank", () => {
    const blank = findings(right).filter((f) => f.verdict === "not_printed");
    expect(blank).toHaveLength(14);
    expect(blank.every((f) => f.key.startsWith("spine_centre_phone/FUND"))).toBe(true);
  });

  test("is the one of the settings as delivered, but with specialties as the report prints them", async () => {
    const bare = join(folder, "bare");
    mkdirSync(bare);
    writeFileSync(join(bare, "settings.yaml"), "{}");
    const {codebook, synthetic, registers, parameters, maxRejectedPercent} = readSettings(bare);
    expect({codebook: codebook.split(/[\\/]/).at(-1), ...synthetic}).toEqual(defaultTwin);
    expect({registers, parameters, maxRejectedPercent}).toEqual(defaultRegisters);
    // Under these `load` and `reconcile` compute the same tables once.
    const extracts = {folder: "", synthetic: true, files: []};
    expect(await registerSeal(extracts, {...settings, registers, parameters})).toEqual(
      await registerSeal(extracts, {...settings, ...defaultRegisters})
    );
    expect({...settings.parameters, otherSpecialties: parameters.otherSpecialties}).toEqual(parameters);
  });

  test("own extracts and settings change nothing", async () => {
    mkdirSync(join(settings.extracts, "audit"), {recursive: true});
    mkdirSync(join(settings.extracts, "registers/lpr_contacts"), {recursive: true});
    writeFileSync(join(settings.extracts, "audit/own.csv"), "profession\nnobody\n");
    writeFileSync(join(settings.extracts, "registers/lpr_contacts/own.csv"), "cpr\nnobody\n");
    const own = {
      ...settings,
      synthetic: {seed: 1, scale: 2},
      aliases: {age: "sex"},
      registers: {...settings.registers, aliases: {lmdb: {eksd: "atc"}}},
      parameters: {...settings.parameters, yearsWithout: 5, minimumAge: 30}
    };
    expect(await reconcile(own)).toEqual(right);
  });

  test("is computed in a folder of its own where no tables are left of it: the same ones, byte by byte, though with another number of threads", async () => {
    const elsewhere = {...settings, workspace: join(folder, "elsewhere"), threads: 1};
    await shareRegisters({workspace: elsewhere.workspace});
    expect(await computeRegisterTwin(elsewhere)).toEqual(await computeRegisterTwin(settings));
    expect(existsSync(join(elsewhere.workspace, "registers"))).toBe(false);
    for (const file of registerTables.map(({name}) => `${name}.parquet`)) {
      const own = readFileSync(join(elsewhere.workspace, "reconcile/registers", file));
      expect(own.equals(readFileSync(join(tables, file))), file).toBe(true);
    }
  });
});

describe("one cell changed", () => {
  let registers: ComputedRegisters;
  beforeAll(async () => {
    registers = await computeRegisterTwin(settings);
  });

  test.each<[table: string, match: object, change: object, differing: string[]]>([
    ["diagnoses", {hospital_region: "1084", diagnosis_group: "DM54"}, {patients: 7503}, ["Hovedstaden/DM54*/count"]],
    [
      "first_contacts",
      {hospital_region: "1081", specialty: "surgery"},
      {percent: 55.6},
      ["Nordjylland/surgery/percent"]
    ],
    [
      "patient_flows",
      {
        hospital_region: "all",
        start_specialty: "all",
        contact_no: 5,
        from_specialty: "surgery",
        to_specialty: "surgery"
      },
      {patients: 2736},
      ["patients_at_contact/6/surgery/count"]
    ],
    ["incidence", {area_type: "region", area_id: "1083"}, {per_100000: 1599}, ["Syddanmark/incidence_per_100000"]],
    ["key_figures", {key: "patients_change"}, {value: -1705}, ["patients_change/value"]],
    [
      "drug_types",
      {indicator_id: "strong_analgesic_prior_use", timing: "before", drug_type: "both"},
      {percent: 25},
      ["strong_analgesic_prior_use/before/2023/24/both/percent"]
    ],
    [
      "prescribers",
      {indicator_id: "strong_analgesic_prior_use", sector: "primary"},
      {percent: 87},
      ["strong_analgesic_prior_use/redeemed_after_prescriber_primary_share/value"]
    ],
    [
      "indicator_values",
      {indicator_id: "labour_market_retention", area_id: "0183"},
      {percent: 71},
      [
        "labour_market_retention/result_municipality_min/Ishøj/value",
        "labour_market_retention/result_municipality_min/Ishøj/extreme"
      ]
    ],
    [
      "employment_outcomes",
      {area_type: "country", outcome: "reduced_hours"},
      {percent: 51},
      ["labour_market_retention/not_full_reduced_hours/value"]
    ],
    ["primary_care_contacts", {area_type: "country", provider: "either"}, {percent: 50.1}, ["P1", "R17"]]
  ])("of %s differs in exactly what is printed of it", (table, match, change, differing) => {
    const wanted = Object.entries({period: "2023/24", ...match});
    const isMeant = (row: Record<string, unknown>) => wanted.every(([column, value]) => row[column] === value);
    const rows = registers.tables[table]!;
    expect(rows.filter(isMeant)).toHaveLength(1);
    const changed = reconcileWith(
      {
        registers: {
          ...registers,
          tables: {...registers.tables, [table]: rows.map((row) => (isMeant(row) ? {...row, ...change} : row))}
        }
      },
      root
    );
    expect(
      findings(changed)
        .filter((f) => f.verdict === "different" || (f.verdict === "not_met" && !f.inconsistency))
        .map((f) => f.key)
    ).toEqual(differing);
  });
});

test("the command exits with 1 on one printed count that is off by one, and names it", () => {
  const project = copyOfProject();
  cpSync(tables, join(project, "data/workspace/reconcile/registers"), {recursive: true});
  const run = () => spawnSync(process.execPath, ["bin/rygatlas.js", "reconcile"], {cwd: project, encoding: "utf8"});
  const equal = run();
  expect(equal.stderr + equal.stdout.slice(-200)).toContain("0 uforklaret.");
  expect(equal.status).toBe(0);
  const printed = join(project, "data/published/audit_overview.csv");
  writeFileSync(printed, readFileSync(printed, "utf8").replace("under knæ,83,26,", "under knæ,84,26,"));
  const off = run();
  expect(off.status).toBe(1);
  expect(off.stdout.match(/^ {2}FORSKEL.*/gm)).toEqual([
    "  FORSKEL     trykt      84  beregnet      83  Praktiserende læger: Pt. med udstråling til under knæ, antal"
  ]);
  expect(existsSync(join(project, "data/workspace/twin/registers"))).toBe(false);
});

test("prints every figure, each difference with its reason, and a verdict on the whole", () => {
  const lines = describeSources(right.sources);
  const figures = right.sources.filter((s) => s.kind === "figures").flatMap((s) => s.findings);
  expect(lines.filter((line) => /^ {2}\S.* trykt .+ beregnet .+ {2}/.test(line))).toHaveLength(figures.length);
  expect(lines.filter((line) => /^ {4}I\d\d: /.test(line))).toHaveLength(19);
  expect(lines.at(-1)).toBe(
    `${findings(right).length.toLocaleString("da-DK")} trykte tal og udsagn, 19 afvigelser forklaret, 0 uforklaret.`
  );
});

test.each(["reconciliation.json", "comparisons.json"])(
  "src/data/%s, which the page reads, is what is computed today",
  (name) => {
    const kept = readFileSync(join(root, "src/data", name), "utf8");
    expect(
      kept === reconciliationFiles(right)[name],
      `src/data/${name} is out of date: run \`npx rygatlas reconcile\``
    ).toBe(true);
  }
);

test("every finding stands in the list, and is counted once", () => {
  const {facts, comparisons} = factsOf(right);
  expect(facts.sources.map((s) => s.total).reduce((a, b) => a + b)).toBe(findings(right).length);
  expect(comparisons.map(({key}) => key)).toEqual(findings(right).map(({key}) => key));
  expect(comparisons.filter(({explanation}) => explanation).length).toBeGreaterThanOrEqual(19);
});

/**
 * The project without its build and its own extracts; of its workspace only the tables that the twin has already given.
 */
function copyOfProject(): string {
  const project = join(folder, "project");
  const code = [
    "bin",
    "data-loaders",
    "src/statistics",
    "src/domain",
    "src/data",
    "settings.yaml",
    "package.json",
    "tsconfig.json"
  ];
  const data = ["codebooks", "codelists", "published", "reconciliation", "synthetic"].map((name) => join("data", name));
  for (const path of [...code, ...data]) cpSync(join(root, path), join(project, path), {recursive: true});
  cpSync(tables, join(project, "data/workspace/reconcile/registers"), {recursive: true});
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "dir");
  return project;
}

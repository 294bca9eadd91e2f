import {createHash} from "node:crypto";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Encrypter} from "age-encryption";
import {beforeEach, describe, expect, test} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {codebookSeal} from "../../../data-loaders/ground/codebookSeal.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {describeReceived} from "../../../data-loaders/reception/describeReceived.js";
import {makeKeys} from "../../../data-loaders/reception/keys.js";
import {readInvited} from "../../../data-loaders/reception/readInvited.js";
import {receive, type ReceiveOptions} from "../../../data-loaders/reception/receive.js";
import {handIn, type HandIn, type Registration} from "../../../src/domain/handIn.js";
import {checkout} from "../../support/project.js";

const today = "2026-12-01";
const columns = ["symptoms", "findings.normal_neurology"];
const registration = (no: number, answers: Record<string, string> = {}): Registration => ({
  no,
  day: "2026-11-30",
  answers: {consultation: "first", age: "52", sex: "female", "findings.normal_neurology": "1", ...answers}
});

let folder: string;
let settings: ReturnType<typeof readSettings>;
let right: HandIn;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rygatlas-reception-"));
  settings = {...readSettings(checkout), extracts: join(folder, "extracts")};
  mkdirSync(join(folder, "inbox"));
  right = await made([registration(1), registration(2)]);
});

function made(registrations: Registration[], other: Partial<HandIn> = {}): Promise<HandIn> {
  const {
    codebook = "laenderyg",
    seal = codebookSeal(settings.codebook),
    profession = "gp",
    participant = "12",
    round = 1
  } = other;
  return handIn({codebook, seal, profession, participant, round}, registrations, columns);
}

/** The hand-in with its rows changed, as if the form had made it so. */
function withRows(csv: string, other: Partial<HandIn> = {}): HandIn {
  return {...right, csv, sha256: createHash("sha256").update(csv).digest("hex"), ...other};
}

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, "inbox", name), content);
const run = (options: Partial<ReceiveOptions> = {}) => receive(settings, join(folder, "inbox"), {today, ...options});
const extract = (name = "gp-12-runde1.csv") => join(settings.extracts, "audit", name);
const keyFile = () => join(folder, "secret.txt");

async function encrypted(text: string, key: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(key);
  return encrypter.encrypt(text);
}

describe("a hand-in without a fault", () => {
  test("becomes an extract of its participant's round", async () => {
    put("a.json", JSON.stringify(right));
    expect(await run()).toEqual([{file: "a.json", handIn: right, merged: "new"}]);
    expect(readFileSync(extract(), "utf8")).toBe(right.csv);
  });

  test("counts once however often it comes, and a later one with more takes its place", async () => {
    const more = await made([registration(1), registration(2), registration(3)]);
    put("a.json", JSON.stringify(right));
    put("b.json", JSON.stringify(right));
    put("c.json", JSON.stringify(more));
    put("d.json", JSON.stringify(right));
    expect((await run()).map(({merged}) => merged)).toEqual(["new", "known", "more", "known"]);
    expect(readFileSync(extract(), "utf8")).toBe(more.csv);
    expect(readdirSync(join(settings.extracts, "audit"))).toEqual(["gp-12-runde1.csv"]);
  });

  test("is read with the organiser's secret key, which nobody else on the machine may read", async () => {
    const key = await makeKeys(keyFile());
    expect(statSync(keyFile()).mode & 0o077).toBe(0);
    put("a.json.age", await encrypted(JSON.stringify(right), key));
    expect(await run({keyFile: keyFile()})).toMatchObject([{merged: "new"}]);
    await expect(makeKeys(keyFile())).rejects.toThrow("findes allerede");
  });
});

describe("a hand-in with a fault changes nothing and says what is wrong", () => {
  const row = (changes: Record<number, string>) => {
    const cells = "gp,1,12,1,first,52,female,,1".split(",");
    for (const [at, value] of Object.entries(changes)) cells[Number(at)] = value;
    return `${right.csv.split("\n")[0]}\n${cells.join(",")}\n`;
  };
  const text = (change: object) => JSON.stringify({...right, ...change});
  const faults: [string, () => string | Promise<string>, string][] = [
    ["empty", () => "", "er tom"],
    ["a letter", () => "Kære arrangør", "begynder ikke som en"],
    ["cut off", () => JSON.stringify(right).slice(0, -40), "filen er afkortet"],
    ["a list", () => "[]", "ikke en hel aflevering"],
    ["other JSON", () => "{}", "ikke en aflevering"],
    ["a later format", () => text({format: "rygatlas-aflevering/2"}), "opdatér Rygatlas"],
    ["without rows' check sum", () => text({sha256: undefined}), "»sha256«"],
    ["with something added", () => text({note: "hej"}), "»note«"],
    ["another audit", () => text({codebook: "nakke"}), "auditten »nakke«"],
    ["another code book", () => text({seal: "0".repeat(64)}), "anden udgave af kodebogen"],
    ["no profession of the code book", () => text({profession: "dentist"}), "faggruppen »dentist«"],
    ["a telephone form as a profession", () => text({profession: "spine_centre_phone"}), "faggruppen"],
    ["a CPR number as a code", () => text({participant: "010190-1234"}), "ligner et CPR-nummer"],
    ["a code that is a path", () => text({participant: "../x"}), "deltagerkoden »../x«"],
    ["a round that is none", () => text({round: 1.5}), "runden 1.5"],
    ["a day that is none", () => text({first: "30-11-2026"}), "»first«"],
    ["days the wrong way round", () => text({first: "2026-11-30", last: "2026-11-01"}), "efter sidste dag"],
    ["a day to come", () => text({last: "2027-01-01"}), "efter i dag"],
    ["edited by hand", () => text({csv: right.csv.replace("52", "53")}), "ændret, efter at de blev afleveret"],
    ["fewer rows than said", () => JSON.stringify(withRows(right.csv, {rows: 3})), "2 rækker, men skulle være 3"],
    ["no rows", () => JSON.stringify(withRows(`${right.csv.split("\n")[0]}\n`, {rows: 0})), "ingen registreringer"],
    [
      "a core column missing",
      () => JSON.stringify(withRows(right.csv.replace("consultation", "besoeg"))),
      "»consultation« mangler"
    ],
    [
      "a strange column",
      () => JSON.stringify(withRows(right.csv.replace("symptoms", "cpr"))),
      "»cpr« er ikke i kodebogen"
    ],
    ["somebody else's row", () => JSON.stringify(withRows(row({2: "13"}), {rows: 1})), "men skulle være »12«"],
    [
      "another profession's row",
      () => JSON.stringify(withRows(row({0: "chiropractor"}), {rows: 1})),
      "men skulle være »gp«"
    ],
    ["another round's row", () => JSON.stringify(withRows(row({1: "2"}), {rows: 1})), "men skulle være »1«"],
    ["a number that is none", () => JSON.stringify(withRows(row({3: "x1"}), {rows: 1})), "nummeret »x1«"],
    [
      "a number twice",
      () => JSON.stringify(withRows(right.csv.replace(",12,2,", ",12,1,"))),
      "nr. 1 står der to gange"
    ],
    [
      "a CPR number in a row",
      () => JSON.stringify(withRows(row({5: "0101901234"}), {rows: 1})),
      "værdien ligner et CPR-nummer"
    ],
    [
      "encrypted, without a key",
      async () => Buffer.from(await encrypted("{}", await makeKeys(keyFile()))).toString("latin1"),
      "er krypteret; angiv"
    ]
  ];
  test.each(faults)("%s", async (_, content, said) => {
    put("a.json", Buffer.from(await content(), "latin1"));
    const [found] = await run();
    expect(found!.fault).toContain(said);
    expect(found!.fault).toMatch(/^a\.json.*\.$/);
    expect(existsSync(extract())).toBe(false);
  });

  test("encrypted to another key, or cut off on its way", async () => {
    const key = await makeKeys(keyFile());
    const other = await makeKeys(join(folder, "other.txt"));
    const sent = await encrypted(JSON.stringify(right), key);
    put("a.age", await encrypted(JSON.stringify(right), other));
    put("b.age", sent.subarray(0, -20));
    expect((await run({keyFile: keyFile()})).map(({fault}) => fault)).toEqual([
      "a.age er krypteret til en anden nøgle end den, der er angivet; find den nøgle, skemaet blev lavet med.",
      "b.age er afkortet eller ændret undervejs og kan ikke dekrypteres; bed deltageren om at sende filen igen."
    ]);
  });

  test("a form begun anew, whose numbers are other patients: what was received stays", async () => {
    put("a.json", JSON.stringify(right));
    await run();
    put("b.json", JSON.stringify(await made([registration(1, {age: "30"})])));
    expect((await run())[1]!.fault).toContain("spørg deltageren, om skemaet er begyndt forfra");
    expect(readFileSync(extract(), "utf8")).toBe(right.csv);
  });

  test("a folder among the files; and the rest is received", async () => {
    mkdirSync(join(folder, "inbox/a"));
    put("b.json", JSON.stringify(right));
    expect(await run()).toMatchObject([
      {fault: "a er ikke en fil; læg afleveringerne direkte i mappen."},
      {merged: "new"}
    ]);
  });
});

test("a folder or a key that is not there stops the run", async () => {
  await expect(receive(settings, join(folder, "nowhere"), {today})).rejects.toThrow("findes ikke");
  await expect(run()).rejects.toThrow("er tom");
  put("a.json", JSON.stringify(right));
  await expect(run({keyFile: keyFile()})).rejects.toThrow("har ingen hemmelig nøgle");
});

test("the report: who handed in what, what stands open, what was wrong, who is missing", async () => {
  const codebook = readCodebook(settings.codebook);
  put("a.json", JSON.stringify(right));
  put("b.json", "");
  writeFileSync(join(folder, "invited.csv"), "profession;participant_no\ngp;12\nchiropractor;7\n");
  const invited = readInvited(join(folder, "invited.csv"), codebook);
  expect(describeReceived(await run(), codebook, invited)).toMatchInlineSnapshot(`
    [
      "2 filer: 1 deltager, 2 registreringer, 1 med fejl.",
      "  gp 12, runde 1: 2 fra 2026-11-30 til 2026-11-30, modtaget",
      "    står ofte åbne: tidligere episoder (2 af 2), tidligere i aktuelle forløb (2 af 2), symptomer (2 af 2) og 4 til",
      "FEJL: b.json er tom; bed deltageren om at trykke »Aflever« igen.",
      "Mangler 1 af 2 inviterede: chiropractor 7.",
      "PÅMINDELSE til chiropractor 7: Vi har endnu ikke modtaget dine registreringer til »Lænderygsmerter«. Åbn skemaet, og tryk »Aflever«.",
    ]
  `);
  writeFileSync(join(folder, "invited.csv"), "profession,participant_no\ndentist,1\n");
  expect(() => readInvited(join(folder, "invited.csv"), codebook)).toThrow("linje 2: faggruppen »dentist«");
});

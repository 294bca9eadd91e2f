import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {describe, expect, test} from "vitest";
import {answerColumns, asks, asksAll, readCodebook} from "../../../data-loaders/ground/codebook.js";
import {Refusal} from "../../../data-loaders/ground/refusal.js";
import {checkout} from "../../support/project.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const invented = join(checkout, "test/fixtures/invented-audit/codebook");
const yaml = readFileSync(join(invented, "audit.yaml"), "utf8");
const csv = readFileSync(join(invented, "answers.csv"), "utf8");
const parent = temporaryFolder();

/** A code book in a folder of its own; null leaves the file out. */
function folder(audit: string | null, answers: string | null): string {
  const made = mkdtempSync(join(parent, "soevn-"));
  if (audit !== null) writeFileSync(join(made, "audit.yaml"), audit);
  if (answers !== null) writeFileSync(join(made, "answers.csv"), answers);
  return made;
}

describe("a code book", () => {
  const codebook = readCodebook(invented);
  const [nurse, psychologist] = codebook.professions;

  test("is its professions, questions and answers in order", () => {
    expect(codebook).toMatchObject({
      id: "codebook",
      title: "Søvn",
      severe: {label: "Langvarigt ramte", anyOf: ["duration.over_three_months"]}
    });
    expect(codebook.professions.map((p) => [p.id, p.label, p.inText, p.short, p.variation, p.telephoneOf])).toEqual([
      ["nurse", "Sygeplejersker", "sygeplejersker", "Sygeplejersker", true, undefined],
      ["psychologist", "Psykologer", "psykologer", "Psykologer", true, undefined]
    ]);
    expect(nurse!.questions.map((q) => [q.id, q.label, q.block, q.type, q.answers.map((a) => a.id).join(" ")])).toEqual(
      [
        ["duration", "VARIGHED", "Varighed", "single", "under_three_months over_three_months"],
        ["causes", "ÅRSAGER", "Årsager", "multi", "coffee screen none"],
        ["advice", "RÅD I DAG", "Råd i dag", "multi", "bedtime walk"]
      ]
    );
    expect(nurse!.questions[1]!.answers.map((a) => a.excludesOthers)).toEqual([false, false, true]);
  });

  test("calls a block by its heading where no name is given across forms", () => {
    expect(psychologist!.questions.at(-1)).toMatchObject({id: "therapy", block: "TERAPI"});
  });

  test("publishes severity as a measure of its own", () => {
    expect(codebook.measures.map((m) => `${m.id}: ${m.anyOf.join(" ")}`)).toEqual([
      "any_habit: causes.coffee causes.screen",
      "severe: duration.over_three_months"
    ]);
  });

  test("gives the columns of an extract, each once", () => {
    expect(answerColumns(codebook)).toEqual([
      "duration",
      "causes.coffee",
      "causes.screen",
      "causes.none",
      "advice.bedtime",
      "advice.walk",
      "causes.worry",
      "therapy"
    ]);
  });

  test("lists what a form asks", () => {
    expect(asks(nurse!, "causes.coffee")).toBe(true);
    expect(asks(nurse!, "duration.lifelong")).toBe(false);
    expect(asksAll(psychologist!, ["causes.screen", "causes.coffee"])).toBe(false);
  });

  test("takes answers in their order, not the file's, and a byte order mark", () => {
    const [head, ...lines] = csv.trimEnd().split("\n");
    const {professions} = readCodebook(
      folder(`\uFEFF${yaml}`, `\uFEFF${[head, ...lines.slice(0, 2).reverse(), ...lines.slice(2)].join("\n")}`)
    );
    expect(professions[0]!.questions[0]!.answers.map((a) => a.id)).toEqual(["under_three_months", "over_three_months"]);
  });

  test("does without severity and composites", () => {
    const {severe, measures} = readCodebook(folder(yaml.split("severe:")[0]!, csv));
    expect([severe, measures]).toEqual([undefined, []]);
  });
});

test("the audit's own code book has every line of its file", () => {
  const own = join(checkout, "data/codebooks/laenderyg");
  const {professions} = readCodebook(own);
  const answers = professions.flatMap((p) =>
    p.questions.flatMap((q) => q.answers.map((a) => `${p.id} ${q.id}.${a.id} ${a.label}`))
  );
  const lines = csvParse(readFileSync(join(own, "answers.csv"), "utf8"));
  expect(answers.sort()).toEqual(
    lines.map((l) => `${l.profession} ${l.question_id}.${l.answer_id} ${l.answer_da}`).sort()
  );
});

describe("what cannot be used is refused in one sentence", () => {
  const replaced = (text: string, from: string, to: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  const inYaml = (from: string, to: string): [string, string] => [replaced(yaml, from, to), csv];
  const inCsv = (from: string, to: string): [string, string] => [yaml, replaced(csv, from, to)];

  test.each<[string, [string | null, string | null], string]>([
    [
      "no audit.yaml",
      [null, csv],
      'Kodebogen #/audit.yaml kan ikke læses; opret filen, eller ret "codebook" i settings.yaml.'
    ],
    [
      "no answers.csv",
      [yaml, null],
      'Kodebogen #/answers.csv kan ikke læses; opret filen, eller ret "codebook" i settings.yaml.'
    ],
    [
      "broken YAML",
      inYaml("blocks:", "blocks: ["),
      "#/audit.yaml, linje 8, tegn 13: er ikke gyldig YAML; ret indrykning og tegn dér."
    ],
    [
      "an empty audit.yaml",
      ["", csv],
      "#/audit.yaml: filen er tom, men skal være navne med hver sin værdi; ret filen."
    ],
    ["no title", inYaml("title: Søvn\n", ""), '#/audit.yaml: "title" mangler; ret filen.'],
    [
      "a wrong type",
      inYaml("title: Søvn", "title: 5"),
      '#/audit.yaml: "title" er 5, men skal være en tekst; ret filen.'
    ],
    [
      "no list",
      inYaml("[duration.over_three_months]", "duration"),
      '#/audit.yaml: "severe.any_of" er "duration", men skal være en liste; ret filen.'
    ],
    [
      "an unknown key",
      inYaml("title: Søvn", "titel: Søvn\ntitle: Søvn"),
      '#/audit.yaml: "titel" kendes ikke; ret filen.'
    ],
    [
      "not true or false",
      inYaml("short: Psykologer", "short: P, variation: ja"),
      '#/audit.yaml: "professions.1.variation" er "ja", men skal være true eller false; ret filen.'
    ],
    [
      "no reference",
      inYaml("[duration.over_three_months]", "[duration]"),
      '#/audit.yaml: "severe.any_of.0" er "duration", men skal være et svar skrevet som spørgsmål.svar; ret filen.'
    ],
    [
      "an unknown answer of severity",
      inYaml("[duration.over_three_months]", "[duration.ever]"),
      '#/audit.yaml: svaret "duration.ever" findes ikke i #/answers.csv; ret navnet.'
    ],
    [
      "an unknown answer of a composite",
      inYaml("causes.screen]", "causes.sceen]"),
      '#/audit.yaml: svaret "causes.sceen" findes ikke i #/answers.csv; ret navnet.'
    ],
    [
      "a region twice",
      inYaml("id: s, label: Syd", "id: n, label: Syd"),
      '#/audit.yaml: regionen "n" står to gange; slet den ene.'
    ],
    [
      "two regions of one name",
      inYaml("id: s, label: Syd", "id: s, label: nord"),
      '#/audit.yaml: to regioner hedder "nord"; ret den ene.'
    ],
    [
      "a region that is unknown",
      inYaml("id: s, label", "id: unknown, label"),
      '#/audit.yaml: regionen må ikke hedde "unknown", som har sin egen betydning; vælg et andet id.'
    ],
    [
      "a profession twice",
      inYaml("id: psychologist", "id: nurse"),
      '#/audit.yaml: faggruppen "nurse" står to gange; slet den ene.'
    ],
    [
      "a profession called all",
      inYaml("id: psychologist", "id: all"),
      '#/audit.yaml: faggruppen må ikke hedde "all", som har sin egen betydning; vælg et andet id.'
    ],
    [
      "a measure called severe",
      inYaml("id: any_habit", "id: severe"),
      '#/audit.yaml: målet må ikke hedde "severe", som har sin egen betydning; vælg et andet id.'
    ],
    [
      "a telephone form of nobody",
      inYaml("short: Psykologer", "short: P, telephone_of: doctor"),
      '#/audit.yaml: "psychologist" er telefonskema for "doctor", der ikke står under professions; ret navnet.'
    ],
    [
      "an unknown profession",
      inCsv("nurse,advice,RÅD I DAG,multi,walk", "baker,advice,RÅD I DAG,multi,walk"),
      '#/answers.csv, linje 8: faggruppen "baker" står ikke i #/audit.yaml; tilføj den under professions.'
    ],
    [
      "a profession without answers",
      [yaml, csv.split("psychologist")[0]!],
      '#/answers.csv: faggruppen "psychologist" har ingen svar; tilføj dem, eller slet den i #/audit.yaml.'
    ],
    [
      "nothing in answers.csv",
      [yaml, ""],
      '#/answers.csv: faggruppen "nurse" har ingen svar; tilføj dem, eller slet den i #/audit.yaml.'
    ],
    [
      "a capital letter in an id",
      inCsv("nurse,duration", "Nurse,duration"),
      '#/answers.csv, linje 2: "profession" er "Nurse", men skal være et id af små bogstaver a til z, cifre og _; ret filen.'
    ],
    ["a column less", inCsv("question_type,", "type,"), '#/answers.csv, linje 2: "question_type" mangler; ret filen.'],
    [
      "a Danish type",
      inCsv("VARIGHED,single", "VARIGHED,enkelt"),
      '#/answers.csv, linje 2: "question_type" er "enkelt", men skal være "single" eller "multi"; ret filen.'
    ],
    [
      "no order",
      inCsv("Kaffe,1,", "Kaffe,først,"),
      '#/answers.csv, linje 4: "answer_order" er "først", men skal være et helt tal; ret filen.'
    ],
    [
      "another word than yes",
      inCsv("førnævnte,3,yes", "førnævnte,3,ja"),
      '#/answers.csv, linje 6: "excludes_others" er "ja", men skal være "yes" eller ""; ret filen.'
    ],
    [
      "two types of a question",
      inCsv("psychologist,causes,ÅRSAGER,multi,worry", "psychologist,causes,ÅRSAGER,single,worry"),
      '#/answers.csv, linje 12: spørgsmålet "causes" er single, men multi på linje 4; brug samme type på alle skemaer.'
    ],
    [
      "an answer twice",
      inCsv("multi,screen", "multi,coffee"),
      '#/answers.csv, linje 5: svaret "causes.coffee" står allerede på linje 4 for "nurse"; slet den ene linje.'
    ],
    [
      "an answer called missing",
      inCsv("multi,walk", "multi,missing"),
      '#/answers.csv, linje 8: et svar må ikke hedde "missing", som er det ikke udfyldte; vælg et andet id.'
    ],
    [
      "a question called age",
      inCsv("psychologist,therapy", "psychologist,age"),
      '#/answers.csv, linje 15: et spørgsmål må ikke hedde "age", som er en anden kolonne i udtrækket; vælg et andet id.'
    ]
  ])("%s", (_, [audit, answers], sentence) => {
    const made = folder(audit, answers);
    const refuse = () => readCodebook(made);
    expect(refuse).toThrow(Refusal);
    try {
      refuse();
    } catch (error) {
      expect((error as Error).message.replaceAll(made, "#")).toBe(sentence);
    }
  });
});

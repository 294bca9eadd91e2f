import fc from "fast-check";
import {expect, it} from "vitest";
import {answerColumnsOf} from "../../../data-loaders/sources/auditColumns.js";
import {rules} from "../../../data-loaders/sources/rules.js";
import {codebook, columns, csv, load, type Fields} from "./auditExtract.js";

const answers = answerColumnsOf(codebook);
const ids = codebook.professions.map((p) => p.id);

/** A row as a careful clinician would leave it: at most one tick in a block, so that nothing excludes anything. */
const careful: fc.Arbitrary<Fields> = fc
  .record({
    profession: fc.constantFrom(...ids),
    participant_no: fc.constantFrom("1", "2", "A-3"),
    registration_no: fc.integer({min: 1, max: 60}).map(String),
    age: fc.oneof(fc.constant(""), fc.integer({min: 17, max: 110}).map(String)),
    sex: fc.constantFrom("", "female", "male"),
    region: fc.constantFrom("", "0", "1083", "Syddanmark", "region sjælland"),
    picks: fc.array(fc.nat(1000), {minLength: 12, maxLength: 12})
  })
  .map(({picks, ...core}) => {
    const form = codebook.professions.find((p) => p.id === core.profession)!;
    const row: Fields = {
      ...core,
      round: "1",
      consultation: form.telephoneOf ? "phone" : ["first", "later", ""][picks[0]! % 3]!
    };
    form.questions.forEach((question, i) => {
      if (question.id === "sex") return;
      const pick = question.answers[picks[i]! % (question.answers.length + 1)]?.id ?? "";
      if (question.type === "single") row[question.id] = pick;
      else
        for (const answer of question.answers)
          row[`${question.id}.${answer.id}`] = answer.id === pick ? "1" : i % 2 ? "0" : "";
    });
    return row;
  });

/** What goes wrong on the way: a cell overwritten, or the line itself damaged. */
const damage = fc.oneof(
  {weight: 4, arbitrary: fc.constant(undefined)},
  {
    weight: 3,
    arbitrary: fc.record({
      column: fc.constantFrom(...columns),
      value: fc.constantFrom(
        "1",
        "0",
        "",
        "2",
        "abc",
        "-1",
        "16",
        "130",
        "45.0",
        "phone",
        "none_or_few",
        "<b>",
        "'",
        "=1",
        " 1",
        "æ",
        "\u0007"
      )
    })
  },
  {weight: 1, arbitrary: fc.record({line: fc.constantFrom("cut", "longer", "blank", "quote", "quoted", "break")})}
);

type Damage = {column: string; value: string} | {line: string} | undefined;

function written(row: Fields, harm: Damage): string {
  const line = csv([{...row, ...(harm && "column" in harm && {[harm.column]: harm.value})}]).split("\n")[1]!;
  if (!harm || "column" in harm) return line;
  const ways: Record<string, string> = {
    cut: line.slice(0, line.indexOf(",", 20)),
    longer: `${line},1`,
    blank: "",
    quote: line.replace(",", ',"'),
    quoted: line.replace(/^(\w+)/, '"$1"'),
    break: line.replace(",1,", ',"1\n",')
  };
  return ways[harm.line]!;
}

/** The rules again, in plain words: a second opinion on the SQL. */
function keepsRules(row: Fields): boolean {
  const form = codebook.professions.find((p) =>
    row.consultation === "phone" && p.telephoneOf === row.profession
      ? true
      : p.id === row.profession &&
        !codebook.professions.some((t) => t.telephoneOf === p.id && row.consultation === "phone")
  );
  if (!form) return false;
  const phones = codebook.professions.some((p) => p.id === form.id && p.telephoneOf);
  const held = new Set(
    form.questions.flatMap((q) => (q.type === "single" ? [q.id] : q.answers.map((a) => `${q.id}.${a.id}`)))
  );
  const number = (value: string, low: number, high: number) =>
    /^[1-9]\d*$/.test(value) && Number(value) >= low && Number(value) <= high;
  return (
    number(row.round!, 1, 2147483647) &&
    [row.participant_no!, row.registration_no!].every((id) => /^[A-Za-z0-9-]{1,40}$/.test(id)) &&
    (["", "first", "later"].includes(row.consultation!) || (row.consultation === "phone" && phones)) &&
    (row.age === "" || number(row.age!, 17, 110)) &&
    ["", "female", "male"].includes(row.sex!) &&
    regionOf(row) !== undefined &&
    answers.every(({name}) => (row[name] ?? "") === "" || held.has(name)) &&
    form.questions.every((q) => {
      if (q.type === "single") return ["", undefined, ...q.answers.map((a) => a.id)].includes(row[q.id]);
      const given = q.answers.map((a) => row[`${q.id}.${a.id}`] ?? "");
      const ticks = q.answers.filter((_, i) => given[i] === "1");
      return (
        given.every((v) => ["", "0", "1"].includes(v)) && !(ticks.length > 1 && ticks.some((a) => a.excludesOthers))
      );
    })
  );
}

/** The region a row names, empty where it is unknown; undefined where its text names none. */
function regionOf({region = ""}: Record<string, string | undefined>): string | undefined {
  if (region === "" || region === "0") return "";
  const name = region.toLowerCase().replace(/^region /, "");
  return codebook.regions.find(({id, label}) => region === id || label.toLowerCase() === name)?.id;
}

/** What a row says: a block with nothing ticked says nothing. */
function toldBy(row: Record<string, string | undefined>): string {
  const form = codebook.professions.find(({id}) => id === row.profession)!;
  const answers = form.questions
    .filter(({id}) => id !== "sex")
    .map((q) =>
      q.type === "single"
        ? (row[q.id] ?? "")
        : q.answers.map((a) => (row[`${q.id}.${a.id}`] === "1" ? a.id : "")).join()
    );
  return JSON.stringify([row.age, row.sex, regionOf(row), row.consultation, answers]);
}

it("keeps exactly the rows that obey the rules, whatever happens to the others", async () => {
  const rows = fc.array(fc.tuple(careful, damage as fc.Arbitrary<Damage>), {minLength: 1, maxLength: 40});
  await fc.assert(
    fc.asyncProperty(rows, async (drawn) => {
      const lines = drawn.map(([row, harm]) => written(row, harm));
      if (lines.every((line) => line === "")) return;
      const outcome = await load({"a.csv": `${columns.join(",")}\n${lines.join("\n")}\n`});
      const physical = lines.flatMap((line) => line.split("\n"));
      const [counted] = outcome.delivery!.files;
      expect(counted!.read).toBe(physical.filter((line) => line !== "").length);
      expect(counted!.kept + counted!.repeated + counted!.rejected).toBe(counted!.read);
      expect(outcome.registrations).toHaveLength(counted!.kept);
      expect(new Set(outcome.rejects.map((r) => r.linje)).size).toBe(counted!.rejected);
      for (const reject of outcome.rejects) expect(rules).toHaveProperty(reject.regel!);

      const sound: {line: number; key: string; told: string}[] = [];
      let line = 1;
      for (const [row, harm] of drawn) {
        line++;
        if (harm && "line" in harm && harm.line === "break") line++;
        if (harm && "line" in harm && harm.line !== "quoted") continue;
        const harmed = {...row, ...(harm && "column" in harm && {[harm.column]: harm.value})};
        const fields = Object.fromEntries(
          // A whole number as programs write numbers is one.
          Object.entries(harmed).map(([name, value]) => [
            name,
            ["age", "round"].includes(name) ? value!.trim().replace(/^(\d+)\.0+$/, "$1") : value!.trim()
          ])
        ) as Fields;
        if (!keepsRules(fields)) continue;
        const profession =
          codebook.professions.find((p) => p.telephoneOf === fields.profession && fields.consultation === "phone")
            ?.id ?? fields.profession;
        const key = [fields.round, profession, fields.participant_no, fields.registration_no].join();
        sound.push({line, key, told: toldBy(fields)});
      }
      // Of those of one registration the first counts where they all say the same, and none where they do not.
      const expected = sound
        .filter(({line, key, told}) => {
          const same = sound.filter((other) => other.key === key);
          return same.every((other) => other.told === told) && same[0]!.line === line;
        })
        .map((row) => row.line);
      expect(outcome.registrations.map((r) => r.line)).toEqual(expected);
    }),
    {numRuns: 40}
  );
});

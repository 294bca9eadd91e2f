import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {Refusal} from "../../../data-loaders/ground/refusal.js";
import {answerPage} from "../../../publish/answers/answers.js";
import {answerKey} from "../../../src/components/data/answers.js";
import {smallSession} from "../session.js";
import {words} from "../pages/vocabulary.js";

let session: Session;
beforeAll(async () => void (session = await smallSession()));
afterAll(() => session.close());

const answer = (text: string, {path = "audit/x.md", most = 100} = {}) =>
  answerPage({path, text, draft: false}, session, words, most);
const cell = (query: string) => `\`\`\`sql id=rows\n${query}\n\`\`\`\n`;

const byForm = "SELECT n FROM counts WHERE profession = ${profession} AND round = ${round}";
const byFormKey = answerKey(["SELECT n FROM counts WHERE profession = ", " AND round = ", ""]);

describe("the answers of a page", () => {
  test("of its default view stand in it, the others in one file per cell beside it", async () => {
    const {answers, files, count, left} = await answer(cell(byForm));
    expect({count, left, files: files.size}).toEqual({count: 4, left: [], files: 1});
    const [[file, contents] = ["", ""]] = files;
    expect(file).toMatch(new RegExp(`^_answers/audit/x\\.${byFormKey}\\.[0-9a-f]{8}\\.json$`));
    expect(answers).toEqual({[byFormKey]: {columns: ["n"], answers: {'["gp","1"]': [[10]]}, file: `../${file}`}});
    expect(JSON.parse(contents)).toEqual({
      '["gp","2"]': [[20]],
      '["chiropractor","1"]': [[30]],
      '["chiropractor","2"]': []
    });
  });

  test("of its default view are those of its own defaults", async () => {
    const {answers} = await answer(
      cell(byForm) + '```js\nconst x = view(choose("profession", {value: "chiropractor"}));\n```\n'
    );
    expect(Object.keys(answers[byFormKey]!.answers)).toEqual(['["chiropractor","1"]']);
  });

  test("of a cell without choices need no file", async () => {
    const {answers, files, count} = await answer(cell("SELECT max(n) AS n FROM counts"), {path: "index.md"});
    expect({count, files: files.size}).toEqual({count: 1, files: 0});
    expect(Object.values(answers)).toEqual([{columns: ["n"], answers: {"[]": [[30]]}}]);
  });

  test("say which columns hold dates, as JSON has none", async () => {
    const {answers} = await answer(cell("SELECT DATE '2024-02-29' AS d, count(*) AS n FROM counts"));
    expect(Object.values(answers)).toEqual([
      {columns: ["d", "n"], dates: ["d"], answers: {"[]": [[Date.UTC(2024, 1, 29), 3]]}}
    ]);
  });

  test("are asked in the order of the query, also where a choice stands in it twice", async () => {
    const {answers} = await answer(
      cell("SELECT n FROM counts WHERE round = ${round} AND profession = ${profession} AND round = ${round}")
    );
    expect(Object.values(answers)[0]!.answers).toEqual({'["1","gp","1"]': [[10]]});
  });

  test("have an address that works from a page at any depth, and another where the answers are others", async () => {
    const top = await answer(cell(byForm), {path: "index.md"});
    const deep = await answer(cell(byForm), {path: "a/b/c.md"});
    expect(top.answers[byFormKey]!.file).toMatch(/^\.\/_answers\/index\./);
    expect(deep.answers[byFormKey]!.file).toMatch(/^\.\.\/\.\.\/_answers\/a\/b\/c\./);
    await session.run("UPDATE counts SET n = 31 WHERE profession = 'chiropractor'");
    const changed = await answer(cell(byForm), {path: "index.md"});
    await session.run("UPDATE counts SET n = 30 WHERE profession = 'chiropractor'");
    expect(changed.answers[byFormKey]!.file).not.toBe(top.answers[byFormKey]!.file);
  });

  test("of two cells that differ in a text's spaces alone are not mixed up", async () => {
    const {answers} = await answer(cell("SELECT 'a b' AS x") + cell("SELECT 'a  b' AS x"));
    expect(Object.values(answers).map(({answers}) => answers["[]"])).toEqual([[["a b"]], [["a  b"]]]);
  });
});

describe("a cell is left to the browser, by page and line", () => {
  test("when it has more combinations than the settings allow", async () => {
    const {answers, count, left} = await answer("# Side\n\n" + cell(byForm) + cell("SELECT 1"), {most: 3});
    expect(left).toEqual([expect.stringMatching(/^src\/audit\/x\.md:4: 4 .* 3/)]);
    expect({count, cells: Object.keys(answers).length}).toEqual({count: 1, cells: 1});
    expect((await answer(cell(byForm), {most: 4})).left).toEqual([]);
  });

  test("when it uses something that is no choice of the site", async () => {
    const {answers, left} = await answer(cell("SELECT n FROM counts WHERE n > ${slider}"));
    expect(left).toEqual([expect.stringMatching(/^src\/audit\/x\.md:2: \$\{slider\}/)]);
    expect(answers).toEqual({});
  });

  test("for those answers that JSON cannot say", async () => {
    const {answers, files, left} = await answer(
      cell("SELECT CASE ${profession} WHEN 'gp' THEN 'nan'::DOUBLE ELSE 1 END AS x")
    );
    expect(Object.values(answers)[0]).toMatchObject({columns: ["x"], answers: {}});
    expect([...files.values()]).toEqual(['{"[\\"chiropractor\\"]":[[1]]}']);
    expect(left).toEqual([expect.stringMatching(/^src\/audit\/x\.md:2: 1 svar/)]);
    expect((await answer(cell("SELECT -0.0::DOUBLE AS x"))).left).toHaveLength(1);
  });
});

describe("a query that fails is refused with page, line and DuckDB's message", () => {
  const refusal = (text: string) =>
    answer(text).then(
      () => expect.unreachable(),
      (error: unknown) => error as Error
    );

  test("when it names what does not exist", async () => {
    const error = await refusal("# Side\n\n" + cell("SELECT n\nFROM count_s"));
    expect(error).toBeInstanceOf(Refusal);
    expect(error.message).toBe(
      "src/audit/x.md:5: En celle må kun læse de offentliggjorte tabeller; count_s er ingen af dem. Mente du counts?"
    );
  });

  test("when it is no SQL", async () => {
    expect((await refusal(cell("SELEKT 1"))).message).toBe("src/audit/x.md:2: SQL'en kan ikke læses ved »SELEKT«.");
  });

  test("when it fails for one value of a choice only", async () => {
    const error = await refusal(cell("SELECT CASE WHEN ${round} = '2' THEN error('ikke runde to') ELSE '' END AS x"));
    expect(error.message).toMatch(/^src\/audit\/x\.md:2: .*ikke runde to/);
  });
});

import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {usesOf, type Uses} from "../../../publish/dictionary/usedOn.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const src = temporaryFolder();
let uses: Uses;
const page = (path: string, title: string, body: string, head = "") => {
  mkdirSync(dirname(join(src, path)), {recursive: true});
  writeFileSync(join(src, path), `---\ntitle: ${title}\n${head}---\n\n# ${title}\n\n${body}\n`);
};
const query = (sql: string) => "```sql id=rows\n" + sql + "\n```";

beforeAll(() => {
  page("index.md", "Forside", query("SELECT n, percent FROM audit_answers JOIN codebook USING (question_id) -- total"));
  page("audit/alt.md", "Alt", query("FROM audit_ages"));
  page("audit/stjerne.md", "Stjerne", `${query("SELECT a.* FROM audit_ages a")}\n\nchoose("question")`);
  page("audit/kladde.md", "Kladde", query("SELECT n FROM audit_answers"), "draft: true\n");
  page("omraade/[kode].md", "{navn}", query("SELECT n FROM audit_answers"));
  page("omraade/index.md", "Områder", "Ingen forespørgsel, men `FROM codebook` i en sætning.");
  uses = usesOf(src);
});

describe("a page uses", () => {
  test("the tables that its queries read, drafts left out; of pages made from a template, their list", () => {
    expect(uses.table("audit_answers")).toEqual([
      {address: "", title: "Forside"},
      {address: "omraade/", title: "Områder"}
    ]);
    expect(uses.table("codebook").map(({title}) => title)).toEqual(["Forside"]);
  });

  test("the columns that they name, or all where they take all", () => {
    expect(uses.column("audit_answers", "percent").map(({title}) => title)).toEqual(["Forside"]);
    expect(uses.column("audit_answers", "total")).toEqual([]);
    expect(uses.column("audit_ages", "anything").map(({title}) => title)).toEqual(["Alt", "Stjerne"]);
  });

  test("an answer that it names, or offers among its choices", () => {
    expect(uses.id("sex.female")).toEqual([]);
    expect(uses.id("sex.female", ["question"]).map(({address}) => address)).toEqual(["audit/stjerne"]);
  });
});

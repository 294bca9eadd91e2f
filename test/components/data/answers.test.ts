import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {answerKey, valuesKey, type PageAnswers} from "../../../src/components/data/answers.js";
import {openPage} from "../browser.js";

const parts = ["SELECT n FROM t WHERE p = ", ""];
const answers: PageAnswers = {
  [answerKey(parts)]: {
    columns: ["label", "n"],
    answers: {
      [valuesKey(["gp"])]: [
        ["Ja", 1],
        ["</script>\u2028", null]
      ]
    },
    file: "../_answers/x.json"
  }
};
const others = {[valuesKey(["it's"])]: [["Nej", 2]]};

const fetched = vi.fn<(url: URL) => Promise<Response>>();
let precomputed: typeof import("../../../src/components/data/answers.js").precomputed;

beforeEach(async () => {
  vi.resetModules();
  fetched.mockReset().mockImplementation(async () => new Response(JSON.stringify(others)));
  vi.stubGlobal("fetch", fetched);
  place(answers);
  ({precomputed} = await import("../../../src/components/data/answers.js"));
});
afterEach(() => vi.unstubAllGlobals());

test("an answer in the page is given as rows, without a request", async () => {
  expect([...(await precomputed(parts, ["gp"]))!]).toEqual([
    {label: "Ja", n: 1},
    {label: "</script>\u2028", n: null}
  ]);
  expect(fetched).not.toHaveBeenCalled();
});

test("each time as rows of its own, so that a page may change them", async () => {
  const [first] = (await precomputed(parts, ["gp"]))!;
  first!.n = 100;
  expect((await precomputed(parts, ["gp"]))![0]).toEqual({label: "Ja", n: 1});
});

test("the others are fetched once, relative to the page, however many ask at the same time", async () => {
  const asked = await Promise.all([
    precomputed(parts, ["it's"]),
    precomputed(parts, ["it's"]),
    precomputed(parts, ["nobody"])
  ]);
  expect(asked.map((rows) => rows && [...rows])).toEqual([[{label: "Nej", n: 2}], [{label: "Nej", n: 2}], undefined]);
  expect(fetched.mock.calls.map(([url]) => url.href)).toEqual(["http://localhost/_answers/x.json"]);
});

test("dates are dates, and an answer without rows has its columns", async () => {
  const query = ["SELECT day FROM t WHERE p = ", ""];
  place({
    [answerKey(query)]: {
      columns: ["day"],
      dates: ["day"],
      answers: {[valuesKey(["gp"])]: [[Date.UTC(2024, 1, 29)], [null]], [valuesKey(["none"])]: []}
    }
  });
  expect([...(await precomputed(query, ["gp"]))!]).toEqual([{day: new Date("2024-02-29")}, {day: null}]);
  expect((await precomputed(query, ["none"]))!.columns).toEqual(["day"]);
});

test("another query, or another number of values, has no answer and asks for none", async () => {
  expect(await precomputed(["SELECT 2"], [])).toBeUndefined();
  expect(fetched).not.toHaveBeenCalled();
});

test.each([
  ["is missing", async () => new Response("", {status: 404})],
  ["is something else", async () => new Response("<!doctype html>")],
  ["cannot be reached", async () => Promise.reject(new TypeError("offline"))]
])("where the file %s there is no answer, and no error", async (_, response) => {
  fetched.mockImplementation(response);
  expect(await precomputed(parts, ["it's"])).toBeUndefined();
  expect(await precomputed(parts, ["gp"])).toHaveLength(2);
});

test("a file that could not be reached is fetched anew by the next choice", async () => {
  fetched.mockRejectedValueOnce(new TypeError("offline"));
  expect(await precomputed(parts, ["it's"])).toBeUndefined();
  expect([...(await precomputed(parts, ["it's"]))!]).toEqual([{label: "Nej", n: 2}]);
});

test.each([
  ["none", undefined],
  ["an empty one", ""]
])("a page with %s of the element has no answers, as in the preview", async (_, text) => {
  place(text);
  expect(await precomputed(parts, ["gp"])).toBeUndefined();
});

/** The page the module finds when it is first asked. */
function place(content: PageAnswers | string | undefined): void {
  openPage();
  if (content === undefined) return;
  const element = document.createElement("script");
  element.type = "application/json";
  element.id = "rygatlas-answers";
  element.textContent = typeof content === "string" ? content : JSON.stringify(content);
  document.head.append(element);
}

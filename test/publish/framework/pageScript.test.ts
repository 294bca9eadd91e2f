import {textContent} from "domutils";
import {describe, expect, test} from "vitest";
import {readHtml} from "../../../publish/html.js";
import {importFromBundle, pageScript} from "../../../publish/framework/pageScript.js";

const nameIn = (path: string, name: string) =>
  `${/(\w+)\.js$/.exec(path)![1]}_${name === "*" ? "all" : name === "()" ? "later" : name}`;
const uses = (...lines: string[]) =>
  pageScript(readHtml(html(...lines)))!.uses.map(({path, names}) => [path, names instanceof Set ? [...names] : names]);
const bundled = (...lines: string[]) =>
  importFromBundle(pageScript(readHtml(html(...lines)))!.code, "../_site/site.js", nameIn)
    .trim()
    .split("\n");

const client = 'import {define} from "../_observablehq/client.js";';
const clientUse = ["../_observablehq/client.js", ["define"]];

describe("what a page's script imports", () => {
  test("is found among the other scripts of a page", () => {
    const {element, code} = pageScript(readHtml(html(client)))!;
    expect(code.trim()).toBe(client);
    expect(textContent(element).trim()).toBe(client);
    expect(
      pageScript(readHtml('<script>1</script><script type="module">\n\nif (location) { }\n</script>'))
    ).toBeUndefined();
  });

  test("is the client alone on a page without cells", () => {
    expect(uses('import "../_observablehq/client.js";')).toEqual([["../_observablehq/client.js", []]]);
  });

  test("are the names of one module, or of several at once", () => {
    expect(uses(client, ...define('const {Plot, sql: query, default: d} = await import("../a.js");'))).toEqual([
      clientUse,
      ["../a.js", ["Plot", "sql", "default"]]
    ]);
    expect(
      uses(
        client,
        ...define(
          'const [{a}, B, {c: d}, {}] = await Promise.all([import("../a.js"), import("../b.js"), import("../c.js"), import("../e.js")]);'
        )
      )
    ).toEqual([clientUse, ["../a.js", ["a"]], ["../b.js", "all"], ["../c.js", ["c"]], ["../e.js", []]]);
  });

  test("is a promise where the author asks for a module later", () => {
    expect(
      uses(client, ...define("button.onclick = async () => {", 'const {a} = await import("../a.js");', "};"))
    ).toEqual([clientUse, ["../a.js", "later"]]);
    expect(uses(client, ...define('const a = import("../a.js");', 'const b = await import("../b.js");'))).toEqual([
      clientUse,
      ["../a.js", "later"],
      ["../b.js", "later"]
    ]);
  });

  test("leaves out what lies elsewhere, what is computed, and what only looks like an import", () => {
    expect(
      uses(client, ...define('import(name); import("https://example.org/x.js"); const s = \'import("../a.js")\';'))
    ).toEqual([clientUse]);
  });
});

describe("a script that imports from the bundle", () => {
  test("has each static import's names", () => {
    expect(
      bundled(
        'import {define, open as start} from "../client.js";',
        'import all, * as ns from "../x.js";',
        'import "../y.js";',
        "define(start, ns);"
      )
    ).toEqual([
      'import {client_define, client_open, x_all, x_default} from "../_site/site.js";',
      "const define = client_define; const start = client_open;",
      "const all = x_default; const ns = x_all;",
      "",
      "define(start, ns);"
    ]);
  });

  test("takes one import, several and a namespace where they stood", () => {
    expect(bundled(client, ...define('const {a, b: c} = await import("../a.js");'))[3]).toBe(
      'const {a, b: c} = await ({"a": a_a, "b": a_b});'
    );
    expect(
      bundled(client, ...define('const [{a}, B] = await Promise.all([import("../a.js"), import("../b.js")]);'))[3]
    ).toBe('const [{a}, B] = await Promise.all([({"a": a_a}), b_all]);');
    expect(bundled(client, ...define('const Plot = await import("../plot.js");'))[3]).toBe(
      "const Plot = await plot_all;"
    );
  });

  test("still gets a promise, and only then the module, where the author asked for it later", () => {
    expect(bundled(client, ...define('later = () => import("../a.js").then(show);'))[3]).toBe(
      "later = () => a_later().then(show);"
    );
  });

  test("runs and gives its cells the same values", async () => {
    const [, ...lines] = bundled(
      client,
      ...define(
        'const [{a, b: c}, N, {default: d}] = await Promise.all([import("../a.js"), import("../n.js"), import("../d.js")]);',
        "return {a, c, N, d};"
      )
    );
    const got = await new Function(
      "client_define",
      "a_a",
      "a_b",
      "n_all",
      "d_default",
      `${lines.join("\n").replace("define({", "return define({")}`
    )(({body}: {body: () => Promise<unknown>}) => body(), 1, 2, {x: 3}, 4);
    expect(got).toEqual({a: 1, c: 2, N: {x: 3}, d: 4});
  });
});

/** A cell as Framework writes it. */
function define(...lines: string[]): string[] {
  return ['define({id: "1", inputs: ["display"], outputs: ["x"], body: async (display) => {', ...lines, "}});"];
}

function html(...lines: string[]): string {
  return [
    "<!DOCTYPE html>",
    "<html>",
    "<head>",
    "<title>x</title>",
    '<script type="module">',
    "",
    "if (location.pathname) { }",
    "</script>",
    '<script type="module">',
    "",
    ...lines,
    "</script>",
    "</head>",
    "<body><script>{sidebar}</script></body></html>"
  ].join("\n");
}

import {writeFileSync} from "node:fs";
import {join} from "node:path";
import MarkdownIt from "markdown-it";
import {beforeAll, expect, test} from "vitest";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {fillTexts} from "../../../publish/framework/pageTexts.js";
import type {ParameterPage} from "../../../publish/pages/parameterPage.js";
import {checkout} from "../../support/project.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const page = (id: string): ParameterPage => ({
  address: `register/indikatorer/${id}`,
  template: "register/indikatorer/[id].md",
  name: id,
  params: {id},
  words: {}
});
const folder = temporaryFolder();
beforeAll(() => {
  writeFileSync(join(folder, "good.md"), "Derfor *måles* det.\n\nOg derfor.\n\n## Anbefaling\n\n- Gør noget.\n");
  writeFileSync(
    join(folder, "bad.md"),
    "<script>alert(1)</script> ${alert(1)}\n\n```js\nalert(1)\n```\n\n[her](javascript:alert(1)) <img src=x onerror=alert(1)>\n"
  );
});

/** Framework's markdown, as far as it matters: HTML is let through, code is run, and `${…}` is an expression. */
function render(text: string, path: string, texts = folder): string {
  const md = new MarkdownIt({html: true});
  md.core.ruler.after("inline", "placeholder", (state) => {
    for (const token of state.tokens.flatMap(({children}) => children ?? []))
      token.content = token.content.replace(/\$\{.*?\}/g, "RUN");
  });
  md.renderer.rules.fence = () => "RUN";
  return fillTexts(md, ["good", "bad", "none"].map(page), texts).render(text, {path});
}

const template = "# Titel\n\n{{begrundelse}}\n\nTal.\n\n{{anbefalinger}}\n\nSlut.\n";

test("a page's own text is laid in where the template says, what is before its first heading apart from the rest", () => {
  expect(render(template, "/register/indikatorer/good")).toBe(
    "<h1>Titel</h1>\n<p>Derfor <em>måles</em> det.</p>\n<p>Og derfor.</p>\n<p>Tal.</p>\n<h2>Anbefaling</h2>\n<ul>\n<li>Gør noget.</li>\n</ul>\n<p>Slut.</p>\n"
  );
});

test("nothing in a text runs", () => {
  const html = render(template, "/register/indikatorer/bad");
  expect(html).not.toContain("RUN");
  expect(html).not.toMatch(/<script|<img|href="javascript/);
  expect(html).toContain("&lt;script&gt;");
});

test("a page without a text has none, and other pages are left alone", () => {
  expect(render(template, "/register/indikatorer/none")).toBe("<h1>Titel</h1>\n<p>Tal.</p>\n<p>Slut.</p>\n");
  expect(render("{{begrundelse}}\n", "/andet")).toContain("{{begrundelse}}");
});

test("every indicator has a reason, the steering group's recommendation, the patients' perspective and good reasons to differ", async () => {
  for (const {id} of await readIndicators()) {
    const md = fillTexts(
      new MarkdownIt().use((own) => own.core.ruler.after("inline", "placeholder", () => {})),
      [page(id)],
      join(checkout, "data/recommendations")
    );
    const html = md.render(template, {path: `/register/indikatorer/${id}`});
    expect(html, id).toMatch(/<h1>Titel<\/h1>\n<p>\p{Lu}[\s\S]*<p>Tal/u);
    expect(
      [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading),
      id
    ).toEqual(["Styregruppens anbefaling", "Patienternes perspektiv", "Gode grunde til at afvige"]);
  }
});

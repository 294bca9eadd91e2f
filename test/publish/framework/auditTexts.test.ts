import {join} from "node:path";
import MarkdownIt from "markdown-it";
import {describe, expect, test} from "vitest";
import {readAuditTexts, type AuditTexts} from "../../../data-loaders/ground/auditTexts.js";
import {fillAuditTexts} from "../../../publish/framework/auditTexts.js";
import {pageHead} from "../../../publish/framework/head.js";
import {frontMatter, readPages} from "../../../publish/pages/cells.js";
import {checkout} from "../../support/project.js";

const backPain = readAuditTexts(join(checkout, "data/codebooks/laenderyg"));
const sleep = readAuditTexts(join(checkout, "test/fixtures/invented-audit/codebook"));
const render = (text: string, texts: AuditTexts) =>
  fillAuditTexts(new MarkdownIt({html: true, typographer: true}), texts).render(text);

test("a place holds what the audit says, in headings and sentences, or the page's neutral words", () => {
  expect(
    render("# Om {audit.what|emnet}\n\nVi spørger til {audit.what|emnet} og *{audit.who|alle}*.\n", {what: "søvn"})
  ).toBe("<h1>Om søvn</h1>\n<p>Vi spørger til søvn og <em>alle</em>.</p>\n");
});

test("a paragraph of which nothing is left is left out, the others stay", () => {
  expect(render("Før.\n\n{audit.what|}\n\nEfter.\n", {})).toBe("<p>Før.</p>\n<p>Efter.</p>\n");
});

test("a text is plain: nothing in it becomes markup", () => {
  expect(render("{audit.what|}\n", {what: "<b>a</b> [b](c)"})).toBe("<p>&lt;b&gt;a&lt;/b&gt; [b](c)</p>\n");
});

describe("the audit's pages", () => {
  const pages = readPages(join(checkout, "src")).filter(
    ({path}) => path.startsWith("audit/") || ["index.md", "moedet.md", "skemaer.md", "moedemappe.md"].includes(path)
  );
  /** What a page says itself: its description and its prose. What its cells say follows the code book and the tables. */
  const said = (texts: AuditTexts) =>
    pages
      .map(({path, text}) => {
        const prose = text.slice(frontMatter(text).length).replace(/^```[\s\S]*?^```$/gm, "");
        const address = `/${path.replace(/\.md$/, "")}`;
        return `${pageHead({path: address}, [], texts, join(checkout, "src"))}\n${render(prose, texts)}`;
      })
      .join("\n")
      .replace(/\s+/g, " ");

  test("are read", () => expect(pages).toHaveLength(11));

  test("speak of back pain in its own audit", () => {
    const words = said(backPain);
    for (const text of Object.values(backPain)) expect(words).toContain(text);
  });

  test("speak of another audit's subject in its words, and of no back", () => {
    const words = said(sleep);
    for (const text of Object.values(sleep)) expect(words).toContain(text);
    expect(words.replaceAll("Rygatlas", "")).not.toMatch(/ryg|lænd|knæ|rodtryk|udstråling til|den trykte rapport/i);
  });

  test("speak of an audit that says nothing in neutral words", () => {
    const words = said({});
    expect(words).not.toContain("{audit.");
    expect(words).toContain("Hver deltager registrerede sine konsultationer i faggruppens periode.");
    expect(words).toContain("sammenlignet mellem faggrupperne.");
  });

  test("name no text that is in no audit", () => {
    const named = pages.flatMap(({text}) => Array.from(text.matchAll(/\{audit\.(\w+)/g), ([, name]) => name!));
    expect(new Set(named)).toEqual(new Set(Object.keys(backPain)));
  });
});

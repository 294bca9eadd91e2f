import {expect, test} from "vitest";
import {frontMatterFindings} from "../../../publish/lint/frontMatter.js";

const found = (...lines: string[]) =>
  frontMatterFindings([...lines, "", "# Prøve"].join("\n")).map(
    ({line, column, message}) => `${line}:${column} ${message}`
  );

test("front matter that can be read is left alone", () => {
  expect(found("---", "title: Prøve", "draft: true", "---")).toEqual([]);
  expect(found("---", "---")).toEqual([]);
  expect(found("# Uden indledning")).toEqual([]);
});

test("front matter that cannot be read is named where reading stops", () => {
  expect(found("---", "title: Prøve: en til", "---")).toEqual([
    "2:8 Sidens indledning kan ikke læses; sæt anførselstegn om tekst med : [ ] { } # eller lign."
  ]);
});

test("front matter without its end is named", () => {
  expect(found("---", "title: Prøve")).toEqual(["1:1 Sidens indledning er ikke lukket: en linje med --- mangler."]);
});

test("a draft is one by true alone", () => {
  expect(found("---", "title: Prøve", "draft: ja", "---")).toEqual([
    "3:1 draft er true eller false; andre ord gør ikke siden til en kladde."
  ]);
});

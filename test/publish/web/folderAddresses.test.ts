import {expect, test} from "vitest";
import {folderAddresses, leadsOn} from "../../../publish/web/folderAddresses.js";

const pages = [
  "404.html",
  "index.html",
  "audit/alder.html",
  "audit/tabeller.html",
  "metode/index.html",
  "metode/ordbog.html",
  "register/omraade/0101.html",
  "register/omraade/index.html"
];
const menu = ["audit/tabeller", "audit/alder", "metode/", "register/omraade/"];
const ways = folderAddresses(pages, menu);
const targets = () => Object.fromEntries(Array.from(ways, ([file, text]) => [file, /url=([^"]*)"/.exec(text)![1]]));

test("each folder's address leads to its own page, or to the first of its pages in the menu", () => {
  expect(targets()).toEqual({
    "audit/index.html": "./tabeller",
    "audit.html": "./audit/tabeller",
    "metode.html": "./metode/",
    "register/omraade.html": "./omraade/",
    "register/index.html": "./omraade/",
    "register.html": "./register/omraade/"
  });
});

test("a page whose address is also a folder's stays", () => {
  expect([...folderAddresses([...pages, "audit.html"], menu).keys()]).not.toContain("audit.html");
});

test("the gate knows such a page by its every letter, and that it leads to a page of the site", () => {
  const files = [...pages, ...ways.keys()];
  for (const [file, text] of ways) {
    expect(leadsOn(file, text, files)).toBe(true);
    expect(leadsOn(file, text.replace("</body>", "<p>12 patienter</p></body>"), files)).toBe(false);
    expect(leadsOn(file, text.replaceAll(/(?<=url=|href=")\.\//g, "https://example.org/"), files)).toBe(false);
    expect(leadsOn(file, text.replaceAll(/(?<=url=|href=")\.\//g, ".//example.org/"), files)).toBe(false);
  }
  expect(leadsOn("audit.html", ways.get("audit.html")!, ["index.html"])).toBe(false);
});

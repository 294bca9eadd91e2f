import {expect, test} from "vitest";
import {addSoftHyphens} from "../../../../publish/report/client/softHyphens.js";
import {openPage} from "../../../components/browser.js";

const withHyphens = (html: string) => {
  openPage();
  document.body.innerHTML = html;
  addSoftHyphens(document.body);
  return document.body.textContent!.replaceAll("\u00ad", "-");
};

test.each([
  "un-der-sø-gel-se",
  "Ryg-pa-tien-ter",
  "kon-trol-græn-ser-ne",
  "sam-men-lig-ning",
  "stan-dar-di-se-re-de",
  "pri-mær-sek-to-ren",
  "ak-tions-di-ag-no-sen",
  "kom-mu-ner-ne",
  "til-fæl-dig-hed",
  "in-di-ka-to-rer-ne"
])("a long Danish word may be divided between its parts: %s", (divided) => {
  expect(withHyphens(`<p>${divided.replaceAll("-", "")}</p>`)).toBe(divided);
});

test("words of up to six letters are left whole", () =>
  expect(withHyphens("<p>smerte kontor</p>")).toBe("smerte kontor"));

test("long words of the running text may be divided; names of tables, headings and charts may not", () => {
  const html = `<h2>Undersøgelse</h2><ul><li>Undersøgelse og <code>undersøgelse</code><p>Undersøgelse</p></li></ul>
<svg><text>Undersøgelse</text></svg><table><td>Undersøgelse</td></table>`;
  const divided = "Un-der-sø-gel-se";
  expect(withHyphens(html)).toBe(`Undersøgelse${divided} og undersøgelse${divided}\nUndersøgelseUndersøgelse`);
});

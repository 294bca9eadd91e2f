import {expect, test} from "vitest";
import {addSoftHyphens} from "../../../../publish/report/client/softHyphens.js";
import {openPage} from "../../../components/browser.js";

test("long words of the running text may be divided; names of tables, headings and charts may not", () => {
  openPage();
  document.body.innerHTML = `<h2>Undersøgelse</h2><ul><li>Undersøgelse og <code>undersøgelse</code><p>Undersøgelse</p></li></ul><svg><text>Undersøgelse</text></svg><table><td>Undersøgelse</td></table>`;
  addSoftHyphens(document.body, (word) => [word.slice(0, 5), word.slice(5)]);
  expect(document.body.textContent!.replaceAll("\u00ad", "-")).toBe(
    "UndersøgelseUnder-søgelse og undersøgelseUnder-søgelseUndersøgelseUndersøgelse"
  );
});

import {expect, test} from "vitest";
import {destinations, pageCount} from "../../../publish/report/destinations.js";

/** As Chromium writes it: pages in groups, places in a list of their own, and streams that are no text. */
const pdf = Buffer.from(
  `%PDF-1.4
3 0 obj
<</Length 20>> stream
\xff\xfe [9 0 R /Type x
endstream
endobj
5 0 obj
<</Type /Page
/Contents 3 0 R>>
endobj
15 0 obj
<</Type /Page
/Contents 3 0 R>>
endobj
6 0 obj
<</Type /Page
/Contents 3 0 R>>
endobj
20 0 obj
<</Type /Pages
/Count 2
/Kids [15 0 R 5 0 R]>>
endobj
21 0 obj
<</Type /Pages
/Count 3
/Kids [20 0 R 6 0 R]>>
endobj
22 0 obj
<</kapitel-1 [15 0 R /XYZ 6 826.17 0]
/figur-2 [6 0 R /XYZ 6 755.67 0]
/figur-1 [5 0 R /XYZ 6 755.67 0]>>
endobj
23 0 obj
<</Type /Catalog
/Pages 21 0 R
/Dests 22 0 R>>
endobj
`,
  "latin1"
);

test("places are on the pages in the order they are read", () =>
  expect(destinations(pdf)).toEqual({"kapitel-1": 1, "figur-1": 2, "figur-2": 3}));

test("pages are counted, groups of them are not", () => expect(pageCount(pdf)).toBe(3));

test("a PDF without places is no report", () =>
  expect(() => destinations(Buffer.from("%PDF-1.4"))).toThrow("no named places"));

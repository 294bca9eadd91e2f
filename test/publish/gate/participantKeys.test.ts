import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {publishedColumns} from "../../../data-loaders/disclosure/withhold.js";
import {table as auditAnswersByRegion} from "../../../data-loaders/tables/audit/auditAnswersByRegion.js";
import {gate} from "../../../publish/gate/gate.js";
import {
  dataFile,
  removeFixtureSite,
  spoil,
  writeFixtureSite,
  type FixtureSite,
  type SpoiledSite
} from "./fixtureSite.js";

const page = "audit/svar.html";
const number = {name: "participant_no", type: "VARCHAR", meaning: "", english: ""} as const;
const code = "7K3M-09XV-Q2ZT-H8RC";
type Planted = [kind: string, plant: (spoiled: SpoiledSite) => void | Promise<void>, reason: RegExp];

const byCode: Planted[] = [
  [
    "participants' numbers beside the hashes",
    (s) =>
      s.table("audit_participants", (rows) => rows.map((row) => ({...row, participant_no: "1"})), {columns: [number]}),
    /har kolonnen participant_no, som audit_participants ikke må offentliggøre/
  ],
  [
    "participants' numbers instead of the hashes",
    (s) =>
      s.table("audit_participants", (rows) => rows.map((row) => ({...row, participant_no: "1"})), {
        columns: [number],
        without: "participant_hash"
      }),
    /har kolonnen participant_no|kender en deltager på andet end en hash/
  ],
  [
    "participants' numbers in another table",
    (s) => s.table("audit_ages", (rows) => rows.map((row) => ({...row, participant_no: "1"})), {columns: [number]}),
    /har kolonnen participant_no, som audit_ages/
  ],
  [
    "participants' numbers in a page",
    (s) => s.changePage(page, '"rounds"', '"participant_no":"1","rounds"'),
    /svar\.html har deltagernumre/
  ],
  [
    "numbers in the column of hashes",
    (s) => s.table("audit_participants", (rows) => rows.map((row) => ({...row, participant_hash: "1"}))),
    /kender en deltager på andet end en hash/
  ],
  [
    "codes in the column of hashes",
    (s) => s.table("audit_participants", (rows) => rows.map((row) => ({...row, participant_hash: code}))),
    /har en af deltagernes private koder/
  ],
  [
    "a code in a page",
    (s) => s.changePage(page, "Andelen er", `${code}: andelen er`),
    /svar\.html har en af deltagernes private koder/
  ],
  [
    "bars in an order of their own",
    (s) => s.table("audit_participants", (rows) => rows.toReversed()),
    /i en anden orden end deres hash/
  ],
  [
    "a hash that is quick to make",
    (s) => changeFacts(s, '"iterations":600000', '"iterations":1000'),
    /mindst 600000 gange/
  ],
  ["a hash without salt", (s) => changeFacts(s, "c4".repeat(32), ""), /mindst 600000 gange/]
];
const hidden: Planted[] = [
  [
    "a participant",
    (s) =>
      s.table("audit_participants", () => [
        {
          round: 1,
          profession: "doctor",
          participant_no: "1",
          measure: "registrations",
          registrations_band: "5-9",
          percent: null,
          status: "shown"
        }
      ]),
    /audit_participants.* har rækker, men settings\.yaml viser ingen deltagere/
  ],
  [
    "participants' hashes",
    (s) => s.table("audit_participants", (rows) => rows, {columns: [{...number, name: "participant_hash"}]}),
    /har kolonnen participant_hash/
  ]
];
const byNumber: Planted[] = [
  [
    "answers by region beside the bars that make them up",
    (s) =>
      s.table("audit_answers_by_region", () => [
        {
          ...Object.fromEntries(publishedColumns(auditAnswersByRegion).map(({name}) => [name, null])),
          round: 1,
          participant_region: "n",
          profession: "doctor",
          status: "hidden"
        }
      ]),
    /audit_answers_by_region.* har rækker, men settings\.yaml viser deltagerne enkeltvis/
  ],
  [
    "hashes where numbers are shown",
    (s) =>
      s.table("audit_participants", (rows) => rows.map((row) => ({...row, participant_hash: "0"})), {
        columns: [{...number, name: "participant_hash"}]
      }),
    /har kolonnen participant_hash/
  ]
];

describe.each([
  ["code", byCode],
  ["hidden", hidden],
  ["number", byNumber]
] as const)("participants shown by %s:", (participants, planted) => {
  let site: FixtureSite;
  beforeAll(async () => void (site = await writeFixtureSite(20, participants)));
  afterAll(() => removeFixtureSite(site));

  test("a site with nothing but what it may have passes", async () => {
    expect(await gate(site.settings, spoil(site).dist)).toMatchObject({before: false});
  });

  test.each([...planted])("%s are stopped, with the reason", async (_, plant, reason) => {
    const spoiled = spoil(site);
    await plant(spoiled);
    spoiled.sign();
    await expect(gate(site.settings, spoiled.dist)).rejects.toThrow(reason);
  });
});

test("a hash with the digits of a civil registration number in it is one like any other", async () => {
  const site = await writeFixtureSite(20, "code");
  const spoiled = spoil(site);
  await spoiled.table("audit_participants", (rows) =>
    rows.map((row) =>
      row.participant_hash === rows[0]!.participant_hash
        ? {...row, participant_hash: `0a0101701234${"b".repeat(52)}`}
        : row
    )
  );
  spoiled.sign();
  expect(await gate(site.settings, spoiled.dist)).toMatchObject({before: false});
  removeFixtureSite(site);
});

function changeFacts(spoiled: SpoiledSite, from: string, to: string): void {
  spoiled.change(dataFile("site"), from, to);
  for (const html of ["index.html", "404.html", page]) spoiled.changePage(html, from, to);
}

import {expect, it} from "vitest";
import {csv, load, needed} from "./registerExtract.js";

it("organisations: region, owner and validity", async () => {
  const row = {
    sorenhed: "s1",
    sorenhed_tekst: "Rygcenter",
    region: "1083",
    institutionsejer_type: "Region",
    hovedspeciale: "Reumatologi",
    gyldig_fra: "01JAN2015",
    gyldig_til: "9999-12-31"
  };
  const rows = [
    row,
    {...row, sorenhed: "s2", region: "", institutionsejer_type: "PRIVAT", gyldig_til: ""},
    {...row, institutionsejer_type: "Ukendt"},
    {...row, gyldig_til: "2014-01-01"}
  ];
  const outcome = await load({...needed, "lpr_organisations/a.csv": csv(rows)}, [
    "SELECT department, region, private, valid_from, CAST(valid_to AS VARCHAR) AS valid_to FROM organisations ORDER BY ALL"
  ]);
  expect(outcome.rows[0]).toEqual([
    {department: "s1", region: "1083", private: false, valid_from: "2015-01-01", valid_to: "9999-12-31"},
    {department: "s2", region: null, private: true, valid_from: "2015-01-01", valid_to: null}
  ]);
  expect(outcome.rejects.map((r) => [r.kolonne, r.regel])).toEqual([
    ["institutionsejer_type", "code"],
    ["gyldig_til", "order"]
  ]);
});

it("prescribers, deaths and migrations", async () => {
  const outcome = await load(
    {
      ...needed,
      "prescribers/a.csv": csv([
        {recu: "r1", sector: "primær"},
        {recu: "r2", sector: "secondary"},
        {recu: "r3", sector: "?"}
      ]),
      "deaths/a.csv": csv([{pnr: "p1", d_dodsdto: "2024-01-05"}]),
      "migrations/a.csv": csv([
        {pnr: "p1", haend_dato: "2024-01-05", indud_kode: "U"},
        {pnr: "p1", haend_dato: "2024-02-05", indud_kode: "I"},
        {pnr: "p1", haend_dato: "2024-02-05", indud_kode: "X"}
      ])
    },
    [
      "SELECT recu, sector FROM prescribers ORDER BY ALL",
      "FROM deaths",
      "SELECT date, direction FROM migrations ORDER BY ALL"
    ]
  );
  expect(outcome.rows).toEqual([
    [
      {recu: "r1", sector: "primary"},
      {recu: "r2", sector: "secondary"}
    ],
    [{person_id: "p1", date: "2024-01-05"}],
    [
      {date: "2024-01-05", direction: "out"},
      {date: "2024-02-05", direction: "in"}
    ]
  ]);
  expect(outcome.rejects.map((r) => r.kolonne).sort()).toEqual(["indud_kode", "sector"]);
});

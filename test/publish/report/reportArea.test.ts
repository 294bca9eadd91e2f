import {expect, test} from "vitest";
import type {Area} from "../../../src/domain/areas.js";
import {Refusal} from "../../../data-loaders/ground/refusal.js";
import {reportArea} from "../../../publish/report/reportArea.js";

const areas: Area[] = [
  {type: "country", id: "country", name: "Hele landet"},
  {type: "region", id: "1081", name: "Nordjylland"},
  {type: "region", id: "unknown", name: "Ukendt bopæl"},
  {type: "municipality", id: "0820", name: "Vesthimmerlands", region: "1081"},
  {type: "municipality", id: "0825", name: "Læsø", region: "1081"}
];

test("an area is known by its code", () => expect(reportArea("0825", areas).name).toBe("Læsø"));

test.each([
  ["0826", "0825 (Læsø)"],
  ["825", "0825 (Læsø)"],
  ["læsø", "0825 (Læsø)"],
  ["Nordjyland", "1081 (Nordjylland)"],
  ["1082", "1081 (Nordjylland)"]
])("%s is no code, and the nearest is %s", (code, nearest) => {
  expect(() => reportArea(code, areas)).toThrow(
    new Refusal(`--area: ${code} er ikke koden for en region eller kommune; den nærmeste er ${nearest}.`)
  );
});

test("people whose home is unknown have no report", () => expect(() => reportArea("unknown", areas)).toThrow(Refusal));

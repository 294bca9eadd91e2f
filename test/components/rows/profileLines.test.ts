import {expect, test} from "vitest";
import {profileLines, profileRows} from "../../../src/components/rows/profileLines.js";
import {compared, hidden, measures, own} from "../profileFixtures.js";

const periods = ["2022/23", "2023/24"];
const source = {measures, period: "2023/24", periods};

test("a line has the area, its region and the country in the period, and all periods of the area and the country", () => {
  const [line, ...others] = profileLines({
    ...source,
    region: "1081",
    own: [own(), own({period: "2022/23", value: 35})],
    compared: [
      compared("country", 45),
      compared("1081", 50),
      compared("1082", 60),
      compared("country", 44, {period: "2022/23"})
    ]
  });
  expect(others).toEqual([]);
  expect(line).toEqual({
    measure: "surgery",
    label: "Opereret",
    own: own(),
    country: compared("country", 45),
    region: compared("1081", 50),
    trend: [
      {period: "2022/23", own: 35, country: 44},
      {period: "2023/24", own: 40, country: 45}
    ]
  });
});

test("lines come in the order of the measures; a region has no region; what is not known is a gap in the trend", () => {
  const lines = profileLines({
    ...source,
    own: [own({measure: "mri"}), hidden("hidden"), hidden("hidden", {period: "2022/23"})],
    compared: [compared("country", 45)]
  });
  expect(lines.map(({measure}) => measure)).toEqual(["surgery", "mri"]);
  expect(lines[0]).not.toHaveProperty("region");
  expect(lines[0]!.trend).toEqual([
    {period: "2022/23", own: null, country: null},
    {period: "2023/24", own: null, country: 45}
  ]);
  expect(lines[1]!.country).toBeUndefined();
});

test("a file has a row for each of the three, with the status that says why a number is not there", () => {
  const lines = profileLines({
    ...source,
    region: "1081",
    own: [hidden("hidden_secondary")],
    compared: [compared("country", 45), compared("1081", 50)]
  });
  expect(
    profileRows(lines, {area: "Læsø Kommune", region: "Region Nordjylland"}).map(({label, area, value, status}) => [
      label,
      area,
      value,
      status
    ])
  ).toEqual([
    ["Opereret", "Læsø Kommune", null, "hidden_secondary"],
    ["Opereret", "Region Nordjylland", 50, "shown"],
    ["Opereret", "Hele landet", 45, "shown"]
  ]);
});

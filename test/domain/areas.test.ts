import {expect, test} from "vitest";
import {areaName, regionByRegion, type Area} from "../../src/domain/areas.js";

test.each([
  [{type: "country", id: "country", name: "Hele landet"}, "hele landet"],
  [{type: "region", id: "1083", name: "Syddanmark"}, "Region Syddanmark"],
  [{type: "municipality", id: "0580", name: "Aabenraa"}, "Aabenraa Kommune"],
  [{type: "municipality", id: "0101", name: "København"}, "Københavns Kommune"],
  [{type: "municipality", id: "0400", name: "Bornholm"}, "Bornholms Regionskommune"]
])("%o", (area, name) => expect(areaName(area)).toBe(name));

const region = (id: string, name: string): Area => ({type: "region", id, name});
const municipality = (id: string, name: string, region: string): Area => ({type: "municipality", id, name, region});

test("each region is followed by its municipalities, all by Danish alphabet; the country and unknown places have no profile", () => {
  const areas: Area[] = [
    {type: "country", id: "country", name: "Hele landet"},
    region("1083", "Syddanmark"),
    region("1081", "Nordjylland"),
    region("unknown", "Ukendt bopæl"),
    municipality("0580", "Aabenraa", "1083"),
    municipality("0825", "Læsø", "1081"),
    municipality("0492", "Ærø", "1083"),
    municipality("0461", "Odense", "1083"),
    {type: "municipality", id: "unknown", name: "Ukendt kommune"}
  ];
  expect(regionByRegion(areas).map(({name}) => name)).toEqual([
    "Nordjylland",
    "Læsø",
    "Syddanmark",
    "Odense",
    "Ærø",
    "Aabenraa"
  ]);
});

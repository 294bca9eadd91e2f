import {expect, test} from "vitest";
import {areaName} from "../../src/domain/areas.js";

test.each([
  [{type: "country", id: "country", name: "Hele landet"}, "hele landet"],
  [{type: "region", id: "1083", name: "Syddanmark"}, "Region Syddanmark"],
  [{type: "municipality", id: "0580", name: "Aabenraa"}, "Aabenraa Kommune"],
  [{type: "municipality", id: "0101", name: "København"}, "Københavns Kommune"],
  [{type: "municipality", id: "0400", name: "Bornholm"}, "Bornholms Regionskommune"]
])("%o", (area, name) => expect(areaName(area)).toBe(name));

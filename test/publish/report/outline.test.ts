import {describe, expect, test} from "vitest";
import type {Area} from "../../../src/domain/areas.js";
import {auditOutline, registerOutline} from "../../../publish/report/outline.js";
import {words} from "../pages/vocabulary.js";

const subject = (id: string) => ({id, title: id, audit: [], registers: [], differences: []});
const mirror = {region: "1083", subjects: [subject("mr"), subject("medicin")]};
const addresses = (chapters: {address: string}[]) => chapters.map(({address}) => address);

describe("the register report", () => {
  const outline = (area: Area) => registerOutline(words, mirror, area);
  const municipality: Area = {type: "municipality", id: "0825", name: "Læsø", region: "1081"};

  test("of the country has a chapter for each indicator", () => {
    const chapters = addresses(outline({type: "country", id: "country", name: "Hele landet"}));
    for (const {id} of words.registers.indicators) expect(chapters).toContain(`register/indikatorer/${id}`);
    expect(chapters.at(-1)).toBe("metode/diskretion");
  });

  test("of a municipality begins with its profile, and marks it on every map", () => {
    const [first, ...rest] = outline(municipality);
    expect(first).toEqual({address: "register/omraade/0825"});
    const marked = rest.filter(({area}) => area === "0825");
    expect(addresses(marked)).toEqual(words.registers.indicators.map(({id}) => `register/indikatorer/${id}`));
    expect(marked.every(({figures}) => figures?.includes("danmarkskort"))).toBe(true);
  });

  test("of a region compares regions, and has the way through its own hospitals", () => {
    const chapters = addresses(outline({type: "region", id: "1081", name: "Nordjylland"}));
    expect(chapters).toContain("register/patientforloeb?hospitalsregion=1081");
    expect(chapters.filter((address) => address.endsWith("?niveau=region"))).toHaveLength(
      words.registers.indicators.length
    );
    expect(chapters).toContain("forloebsprogram/forloeb?region=1081");
  });

  test("has what the programme leads one to expect of the area, and the audit beside it in the country and in the audit's own region", () => {
    expect(outline(municipality)).toContainEqual({
      address: "forloebsprogram/forekomst?omraade=0825",
      figures: ["trin"]
    });
    const beside = (area: Area) => addresses(outline(area)).includes("paa-tvaers");
    expect(beside({type: "country", id: "country", name: "Hele landet"})).toBe(true);
    expect(["1081", "1083"].map((id) => beside({type: "region", id, name: id}))).toEqual([false, true]);
  });
});

describe("the audit report", () => {
  test("takes the views of a page that differ, each once", () => {
    const views = auditOutline(words, mirror)
      .flatMap(({address, figures, also = []}) => [{address, figures}, ...also])
      .map(({address, figures}) => `${address} ${figures ?? "whole"}`);
    expect(new Set(views).size).toBe(views.length);
    expect(views).toEqual(
      expect.arrayContaining([
        "audit/haandtering whole",
        "audit/tabeller whole",
        "audit/tabeller?fag=chiropractor tabeller"
      ])
    );
  });

  test("describes change only where there are two rounds", () => {
    const withChange = (rounds: number[]) =>
      addresses(auditOutline({...words, rounds}, mirror)).includes("audit/runder");
    expect([withChange([1]), withChange([1, 2])]).toEqual([false, true]);
  });

  test("takes the subjects beside the registers one after another, and the audit of 2011 once", () => {
    const beside = auditOutline(words, mirror).find(({address}) => address === "paa-tvaers");
    expect(beside?.also).toEqual([
      {address: "paa-tvaers?emne=medicin", figures: ["sider"]},
      {address: "paa-tvaers", figures: ["auditten-2011"]}
    ]);
  });

  test("of another audit has nothing beside the registers", () => {
    expect(addresses(auditOutline(words, {subjects: []}))).not.toContain("paa-tvaers");
  });
});

import {describe, expect, test} from "vitest";
import type {Area} from "../../../data-loaders/registerFacts.js";
import {auditOutline, registerOutline} from "../../../publish/report/outline.js";
import {words} from "../vocabulary.js";

const addresses = (chapters: {address: string}[]) => chapters.map(({address}) => address);

describe("the register report", () => {
  const outline = (area: Area) => registerOutline(words, area);
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
    expect(chapters.filter((address) => address.endsWith("?niveau=region"))).toHaveLength(words.registers.indicators.length);
  });
});

describe("the audit report", () => {
  test("takes the views of a page that differ, each once", () => {
    const views = auditOutline(words).flatMap(({address, also}) => [address, ...(also?.addresses ?? [])]);
    expect(new Set(views).size).toBe(views.length);
    expect(views).toEqual(expect.arrayContaining(["audit/haandtering", "audit/tabeller", "audit/tabeller?fag=chiropractor"]));
  });

  test("tells of change only where there are two rounds", () => {
    const told = (rounds: number[]) => addresses(auditOutline({...words, rounds})).includes("audit/runder");
    expect([told([1]), told([1, 2])]).toEqual([false, true]);
  });
});

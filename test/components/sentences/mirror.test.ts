import {describe, expect, test} from "vitest";
import type {EarlierRow, MirrorShare} from "../../../src/components/rows/mirrorRows.js";
import {registersSay, thenAndNowSay} from "../../../src/components/sentences/mirror.js";

const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("registersSay", () => {
  const share = (area: string, percent: number | null): MirrorShare => ({
    label: "MR-scannet",
    area,
    n: 1,
    total: 2,
    percent,
    low: percent && percent - 1,
    high: percent && percent + 1,
    status: "shown"
  });
  const about = {region: "1083", where: "Region Syddanmark"};

  test("the first measure in the region and the country", () => {
    expect(plain(registersSay([share("1083", 36), share("country", 35)], about))).toBe(
      "»MR-scannet«: 36,0 % (95 %-interval 35,0–37,0 %) af patienterne i Region Syddanmark, mod 35,0 % i hele landet."
    );
    expect(plain(registersSay([share("1083", 36), share("country", null)], about))).toMatch(/i Region Syddanmark\.$/);
  });

  test("the range of what is hidden", () => {
    const ranged = {...share("1083", null), percent_least: 34.2, percent_most: 36.1};
    expect(plain(registersSay([ranged, share("country", 35)], about))).toBe(
      "»MR-scannet«: mellem 34,2 og 36,1 % af patienterne i Region Syddanmark, mod 35,0 % i hele landet."
    );
  });

  test("hidden, and nothing", () => {
    expect(registersSay([share("1083", null)], about)).toBe("»MR-scannet«: tallet for Region Syddanmark vises ikke.");
    expect(registersSay([], about)).toBe("Registrene har ingen tal om emnet.");
  });
});

describe("thenAndNowSay", () => {
  const row = (label: string, before: number, percent: number | null, half: number | null): EarlierRow => ({
    statement: "S",
    label,
    before,
    percent,
    low: half === null ? null : percent! - half,
    high: half === null ? null : percent! + half,
    n: 1,
    total: 2,
    status: "shown",
    same: "yes",
    why: ""
  });

  test("what has moved most, and whether chance explains it", () => {
    expect(plain(thenAndNowSay([row("Kiropraktor", 12, 9, 2), row("MR", 11, 20, 3)]))).toBe(
      "Størst forskel er der for »MR«: 11 % i 2011, nu 20,0 % (95 %-interval 17,0–23,0 %), altså mere."
    );
    expect(plain(thenAndNowSay([row("MR", 11, 9, 3)]))).toBe(
      "Størst forskel er der for »MR«: 11 % i 2011, nu 9,0 % (95 %-interval 6,0–12,0 %), altså mindre, men det kan være tilfældigt."
    );
  });

  test("nothing to compare", () => {
    expect(plain(thenAndNowSay([row("MR", 11, null, null)]))).toBe("»MR«: 11 % i 2011; det nye tal er skjult.");
    expect(thenAndNowSay([])).toBe("Ingen af tallene fra 2011 kan sammenlignes med nye.");
  });
});

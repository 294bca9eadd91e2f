import {describe, expect, test} from "vitest";
import {defaultRules, type Participants} from "../../../data-loaders/ground/rules.js";
import type {SiteFacts} from "../../../data-loaders/facts/siteFacts.js";
import {
  delivery,
  mostBroken,
  notDelivered,
  registerDelivery,
  undividedByRegion,
  withoutRegions
} from "../../../src/components/sentences/delivery.js";

// A number and its unit are joined by a no-break space.
const plain = (text: string) => text.replaceAll("\u00A0", " ");

test("why there are no comparisons within regions: none in the extract, participants shown, or a round as it was released", () => {
  const shownAs = (participants: Participants) =>
    ({rules: {...defaultRules, participants}}) as NonNullable<SiteFacts["disclosure"]>;
  const say = (hasRegions: boolean, participants: Participants, regions: string[] = []) =>
    withoutRegions({regions, hasRegions, disclosure: shownAs(participants)});
  expect(say(false, "hidden")).toContain("siger ikke, i hvilken region");
  expect(say(true, "number")).toContain("så længe deltagerne vises enkeltvis");
  expect(say(true, "hidden")).toContain("blev udgivet, før");
  expect(say(true, "hidden", ["1083"])).toBe("");
});

test("why a page has no choice of region where others have", () => {
  expect(undividedByRegion({regions: ["1083"]}, "alder og køn")).toBe(
    " Deltagernes region kan ikke vælges her: delt efter både region og alder og køn er registreringerne for få."
  );
  expect(undividedByRegion({regions: []}, "alder og køn")).toBe("");
});

describe("delivery", () => {
  test("all rows kept", () => {
    expect(plain(delivery([{read: 6106, kept: 6106, repeated: 0, rejected: 0}]))).toBe(
      "Alle 6.106 rækker i 1 fil er læst og beholdt; ingen er afvist."
    );
  });

  test("several files with rejected rows", () => {
    const files = [
      {read: 1000, kept: 990, repeated: 0, rejected: 10},
      {read: 1000, kept: 1000, repeated: 0, rejected: 0}
    ];
    expect(plain(delivery(files))).toBe("Af 2.000 rækker i 2 filer er 1.990 beholdt og 10 afvist (0,5 %).");
  });

  test("a small share is not written as zero", () => {
    expect(plain(delivery([{read: 100000, kept: 99999, repeated: 0, rejected: 1}]))).toContain("(under 0,1 %)");
  });

  test("nothing read", () => {
    expect(plain(delivery([{read: 0, kept: 0, repeated: 0, rejected: 0}]))).toBe("Der er ingen rækker i 1 fil.");
  });
});

describe("mostBroken", () => {
  const age = {rule: "age" as const, label: "Ugyldig alder", rows: 3};
  const sex = {rule: "sex" as const, label: "Ukendt køn", rows: 1};

  test("none, one and several rules", () => {
    expect(mostBroken([])).toBe("Ingen række brød en regel.");
    expect(mostBroken([sex])).toBe("Kun én regel blev brudt: »Ukendt køn« (1 række).");
    expect(mostBroken([sex, age])).toBe(
      "2 regler blev brudt, oftest »Ugyldig alder« (3 rækker). En række, der brød flere regler, tæller med i dem alle."
    );
  });
});

const read = [
  {kind: "lmdb", label: "Lægemidler", files: 1, read: 2000, kept: 1900, leftOut: 90, rejected: 10},
  {kind: "bef", label: "Befolkning", files: 5, read: 500, kept: 500, leftOut: 0, rejected: 0}
];

test("rows of all registers together", () => {
  expect(registerDelivery({read, synthetic: true, date: null})).toBe(
    "Registrene er syntetiske data: af 2.500 rækker i 6 filer er 2.400 beholdt, 90 udeladt og 10 afvist."
  );
  expect(registerDelivery({read, synthetic: false, date: "2026-02-01"})).toContain(
    "Registrene er udtræk af 1. februar 2026:"
  );
});

test("registers that are missing", () => {
  const dream = {kind: "dream", label: "DREAM", without: "intet om job"};
  expect(notDelivered([])).toBe("Alle registre er leveret.");
  expect(notDelivered([dream])).toBe("Ét register er ikke leveret:");
  expect(notDelivered([dream, dream])).toBe("2 registre er ikke leveret:");
});

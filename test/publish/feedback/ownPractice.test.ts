import {randomBinomial, randomLcg} from "d3-random";
import {expect, test} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {readAims} from "../../../data-loaders/ground/feedbackAims.js";
import type {ParticipantCount} from "../../../data-loaders/models/participantCounts.js";
import {feedbackPage} from "../../../publish/feedback/feedbackPage.js";
import {messages} from "../../../publish/feedback/messages.js";
import {ownPractice, type PublishedProfession} from "../../../publish/feedback/ownPractice.js";

const folder = "data/codebooks/laenderyg";
const codebook = readCodebook(folder);
const aims = readAims(folder, codebook);
const chiropractor = codebook.professions.find(({id}) => id === "chiropractor")!;

const counted = (
  ticked: Record<string, number>,
  total: number,
  more: Partial<ParticipantCount> = {}
): ParticipantCount => ({
  round: 1,
  profession: "chiropractor",
  participant: "7",
  consultation: "first",
  severe: false,
  region: null,
  total,
  ticked,
  ...more
});

/** A profession of 3,000 registrations, with shares in percent; what is not named is hidden. */
const publishing = (shares: Record<string, number>, bars: number[] = []): PublishedProfession => ({
  count: (_, group, ref) =>
    ref in shares && group === "all" ? {n: 30 * shares[ref]!, total: 3000} : {n: null, total: null},
  bars: () => bars.map((percent) => ({percent, band: "20-49"})),
  spread: () => 8
});

const plain = (text: string) => text.replaceAll("\u00a0", " ");

const advice = "actions.self_management_advice";
const information = "actions.information_prognosis";
const everybody = {[advice]: 60, [information]: 45, "referrals.mri": 2};

test("says first what goes well, then what is alike, then what can be better", () => {
  const own = counted({[advice]: 38, [information]: 5, "referrals.mri": 1}, 40);
  const practice = ownPractice(codebook, aims, chiropractor, {counts: [own], published: publishing(everybody)});
  expect(messages(practice).map(({kind, text}) => [kind, plain(text)])).toEqual([
    [
      "well",
      "Du rådgav om egenhåndtering ved 38 af 40 registreringer (95,0 %). Det er oftere end blandt kiropraktorer samlet (60,0 %), og mere end tilfældet alene forklarer."
    ],
    [
      "alike",
      "Hvor ofte du henviste til MR-scanning, afviger ikke mere fra faggruppen, end tilfældet alene kan forklare."
    ],
    [
      "canBeBetter",
      "Du informerede om årsag og udsigter ved 5 af 40 registreringer (12,5 %). Blandt kiropraktorer samlet er det 45,0 %; så stor en forskel forklarer tilfældet ikke alene. Som faggruppen ville det være omkring 18 af 40."
    ]
  ]);
});

test("gives the best quarter and what it would be of the own registrations", () => {
  const own = counted({[advice]: 5, [information]: 18, "referrals.mri": 1}, 40);
  const bars = [20, 40, 50, 55, 60, 65, 70, 80, 90];
  const practice = ownPractice(codebook, aims, chiropractor, {counts: [own], published: publishing(everybody, bars)});
  const {middle, bestQuarter, asBest} = practice.compared[0]!;
  expect({middle, bestQuarter, asBest}).toEqual({middle: 60, bestQuarter: 70, asBest: 28});
  expect(plain(messages(practice).at(-1)!.text)).toContain(
    "som den fjerdedel, der gør det mest (mindst 70 %), mindst 28."
  );
});

test("compares nothing of fewer registrations than the code book asks for", () => {
  const practice = ownPractice(codebook, aims, chiropractor, {
    counts: [counted({[advice]: 0}, 9)],
    published: publishing(everybody)
  });
  expect(messages(practice).map(({kind}) => kind)).toEqual(["few"]);
});

test("says nothing of a share whose number is hidden for the profession", () => {
  const practice = ownPractice(codebook, aims, chiropractor, {
    counts: [counted({[advice]: 0, [information]: 0}, 40)],
    published: publishing({})
  });
  expect(messages(practice)).toEqual([]);
  expect(feedbackPage(practice, {codebook, synthetic: false, day: "1. maj 2027", css: ""})).toContain(
    "faggruppens tal er skjult"
  );
});

test("takes the case mix out by the published shares of the same kind of patients", () => {
  // All of the own patients are severely affected: of them the profession advises 80 %, of the others 40 %.
  const published: PublishedProfession = {
    count: (_, group) => (group === "severe" ? {n: 800, total: 1000} : {n: 1600, total: 3000}),
    bars: () => [],
    spread: () => null
  };
  const own = counted({[advice]: 32}, 40, {severe: true});
  const practice = ownPractice(codebook, aims, chiropractor, {counts: [own], published});
  // As many as expected: the common share, 1,600 of 3,000.
  expect(practice.compared[0]!.standardised).toBeCloseTo(100 * (1600 / 3000), 10);
});

test("shows a change with its interval beside where chance alone would bring the share", () => {
  const before = {counts: [counted({[advice]: 10}, 40)], published: publishing(everybody)};
  const now = {counts: [counted({[advice]: 22}, 40, {round: 2})], published: publishing(everybody)};
  const {change} = ownPractice(codebook, aims, chiropractor, now, {before, latest: 2}).compared[0]!;
  // Newcombe's interval of 22/40 − 10/40, by his formula in Python.
  expect(change!.difference).toBeCloseTo(30, 10);
  expect([change!.low, change!.high]).toEqual([expect.closeTo(8.53, 2), expect.closeTo(47.92, 2)]);
  // By hand: 60 + (25 − 60) · 8² / (8² + 60 · 40 / 40).
  expect(change!.expected).toBeCloseTo(60 - (35 * 64) / 124, 10);
});

test("of a thousand practices that do as everybody else at most 5 % are told of a difference; of those with one of 20 points most are", () => {
  const random = randomLcg(7);
  const draw = (n: number, share: number) => randomBinomial.source(random)(n, share)();
  const told = (shares: Record<string, number>, differs?: string) => {
    const own = Object.fromEntries(
      Object.entries(shares).map(([ref, share]) => [
        ref,
        draw(60, (ref === differs ? (share <= 50 ? share + 20 : share - 20) : share) / 100)
      ])
    );
    const published: PublishedProfession = {
      count: (_, __, ref) =>
        ref in shares ? {n: draw(2940, shares[ref]! / 100) + own[ref]!, total: 3000} : {n: null, total: null},
      bars: () => [],
      spread: () => null
    };
    const said = ownPractice(codebook, aims, chiropractor, {counts: [counted(own, 60)], published}).compared;
    return (ref?: string) =>
      said.some((share) => (!ref || share.ref === ref) && (share.verdict === "better" || share.verdict === "worse"));
  };
  const runs = Array.from({length: 1000});
  expect(runs.filter(() => told(everybody)()).length).toBeLessThanOrEqual(50 + 2 * Math.sqrt(1000 * 0.05 * 0.95));
  const seen = Object.keys(everybody).map((ref) => runs.filter(() => told(everybody, ref)(ref)).length / 1000);
  expect(seen.reduce((a, b) => a + b) / seen.length).toBeGreaterThan(0.8);
});

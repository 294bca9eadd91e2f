import {group, quantile, sum} from "d3-array";
import {asksAll, type Codebook, type Profession} from "../../data-loaders/ground/codebook.js";
import type {Aim, FeedbackAims} from "../../data-loaders/ground/feedbackAims.js";
import type {ParticipantCount} from "../../data-loaders/models/participantCounts.js";
import {participantMeasures, registrationBands} from "../../data-loaders/tables/audit/auditParticipants.js";
import {differenceOfShares} from "../../src/statistics/differenceOfShares.js";
import {fisherMidP} from "../../src/statistics/fisher.js";
import {controlLimits} from "../../src/statistics/funnel.js";
import {expectedAgain} from "../../src/statistics/regressionToTheMean.js";
import {standardisedProportion} from "../../src/statistics/standardisedProportion.js";
import {wilson} from "../../src/statistics/wilson.js";

/** A count of the published tables; null where it is hidden. */
export interface PublishedCount {
  n: number | null;
  total: number | null;
}

/** What the published tables say of one profession in one round. */
export interface PublishedProfession {
  /** By consultation (`all`, `first`, `later`), patient group (`all`, `severe`) and `question.answer` or composite. */
  count(consultation: string, group: string, ref: string): PublishedCount;
  /** The bars of a measure, in whole percent, with the band of registrations; none where they are not published. */
  bars(ref: string): {percent: number; band: string}[];
  /**
   * The spread between participants' true shares (standard deviation, percentage points); null where it is not known.
   */
  spread(ref: string): number | null;
}

/** One round of a participant: own counts, and what is published of the profession. */
export interface OwnRound {
  counts: readonly ParticipantCount[];
  published: PublishedProfession;
}

/** A participant's own share beside the profession's; shares in percent. */
export interface OwnShare {
  ref: string;
  label: string;
  own: number;
  of: number;
  percent: number;
  /** Of the whole profession. */
  profession: number | null;
  /** Within which chance alone puts 95 % of participants with as many registrations. */
  chance: {low: number; high: number} | null;
}

/** A share that may be a message. */
export interface ComparedShare extends OwnShare {
  aim: Aim;
  /** The middle of the participants with at least as many registrations as a message asks for. */
  middle: number | null;
  /** Where the quarter begins that does it most, or least where less is better. */
  bestQuarter: number | null;
  /** What the own share would be of patients like the profession's. */
  standardised: number | null;
  /** How many it would be if done as the profession does, and as the best quarter. */
  asProfession: number | null;
  asBest: number | null;
  /** Beyond chance, all comparisons of the report taken together. */
  verdict: "better" | "worse" | "alike" | "unknown";
  change?: OwnChange;
}

/** The own share of the round before, and what has changed, in percentage points. */
export interface OwnChange {
  round: number;
  own: number;
  of: number;
  percent: number;
  difference: number;
  low: number;
  high: number;
  /** Where the share would be expected now had nothing changed: extreme shares drift towards the middle. */
  expected: number | null;
}

/** Everything a participant's report says: own registrations, and what is published. */
export interface OwnPractice {
  profession: Profession;
  round: number;
  participant: string;
  registrations: number;
  /** With fewer registrations nothing is compared. */
  fewest: number;
  /** Too few for any comparison. */
  few: boolean;
  /** Whether a later round has been held, without this participant. */
  droppedOut: boolean;
  compared: ComparedShare[];
  caseMix: OwnShare[];
  /** The variation diagrams that the participant has a bar in, question by question. */
  diagrams: {block: string; bars: (OwnShare & {all: number[]})[]}[];
}

/** The participants compared with where a middle and a best quarter are given. */
const fewestParticipants = 8;

/**
 * A participant's practice in one round beside the profession's.
 *
 * A message claims a difference where Fisher's exact test of own against all other registrations of the profession says
 * so at 5 %, divided by the number of shares compared (Bonferroni), so that at most one in twenty practices that do as
 * everybody else is told of any. The case mix is taken out by indirect standardisation over kind of consultation and
 * severity, with the published shares.
 *
 * @param before the same participant's earlier round, if any
 * @param latest the newest round that anybody took part in
 */
export function ownPractice(
  codebook: Codebook,
  aims: FeedbackAims,
  profession: Profession,
  {counts, published}: OwnRound,
  {before, latest = counts[0]!.round}: {before?: OwnRound; latest?: number} = {}
): OwnPractice {
  const {round, participant} = counts[0]!;
  const registrations = sum(counts, ({total}) => total);
  const few = registrations < aims.fewest;
  const asked = aims.shares.filter(({ref}) => isAsked(codebook, profession, ref));
  const shareOf = (ref: string) => ownShare(codebook, profession, counts, published, ref);
  return {
    profession,
    round,
    participant,
    registrations,
    fewest: aims.fewest,
    few,
    droppedOut: round < latest,
    compared: asked.map((aim) => comparedShare(aim, shareOf(aim.ref))),
    caseMix: aims.caseMix.filter((ref) => isAsked(codebook, profession, ref)).map(shareOf),
    diagrams: [...group(participantMeasures(codebook, profession), blockOf)].flatMap(([block, refs]) => {
      const bars = refs.flatMap((ref) => {
        const all = published.bars(ref).map(({percent}) => percent);
        return all.length > 0 && registrations >= registrationBands[0]![1] ? [{...shareOf(ref), all}] : [];
      });
      return bars.length > 0 ? [{block, bars}] : [];
    })
  };

  function blockOf(ref: string): string {
    return profession.questions.find(({id}) => id === ref.split(".")[0])?.block ?? "Sammensatte mål";
  }

  function comparedShare(aim: Aim, share: OwnShare): ComparedShare {
    const bars = published
      .bars(aim.ref)
      .filter(({band}) => leastOf(band) >= aims.fewest)
      .map(({percent}) => percent);
    const enough = bars.length >= fewestParticipants;
    const bestQuarter = enough ? Math.round(quantile(bars, aim.better === "more" ? 0.75 : 0.25)!) : null;
    const count = (percent: number | null) => (percent === null ? null : Math.round((percent * share.of) / 100));
    const change = before && !few ? changeOf(aim.ref, share, before) : undefined;
    return {
      ...share,
      aim,
      middle: enough ? Math.round(quantile(bars, 0.5)!) : null,
      bestQuarter,
      standardised: standardised(aim.ref),
      asProfession: count(share.profession),
      asBest: count(bestQuarter),
      verdict: few ? "unknown" : verdictOf(aim, share),
      ...(change && {change})
    };
  }

  function verdictOf({ref, better}: Aim, {own, of}: OwnShare): ComparedShare["verdict"] {
    const all = published.count("all", "all", ref);
    if (all.n === null || all.total === null || all.total <= of || all.n < own || all.total - all.n < of - own)
      return "unknown";
    if (fisherMidP(own, of, all.n, all.total) > 0.05 / asked.length) return "alike";
    return own / of > all.n / all.total === (better === "more") ? "better" : "worse";
  }

  /** Percent; null where a share that it rests on is hidden. */
  function standardised(ref: string): number | null {
    const common = published.count("all", "all", ref);
    if (few || common.n === null || !common.total) return null;
    let expected = 0;
    for (const {consultation, severe, total} of counts) {
      const share = stratumShare(consultation, severe, ref);
      if (share === null) return null;
      expected += total * share;
    }
    const own = sum(counts, ({ticked}) => ticked[ref] ?? 0);
    const found = standardisedProportion(own, registrations, expected, common.n / common.total);
    return found && 100 * found.share;
  }

  /** The profession's share of patients of a kind, 0 to 1: those not severely affected are the rest of all. */
  function stratumShare(consultation: string, severe: boolean, ref: string): number | null {
    const kind = consultation === "first" || consultation === "later" ? consultation : "all";
    const all = published.count(kind, "all", ref);
    if (!codebook.severe) return shareOfCount(all);
    const severely = published.count(kind, "severe", ref);
    if (severe) return shareOfCount(severely) ?? shareOfCount(all);
    if (all.n === null || all.total === null || severely.n === null || severely.total === null)
      return shareOfCount(all);
    return shareOfCount({n: all.n - severely.n, total: all.total - severely.total});
  }

  function changeOf(ref: string, now: OwnShare, {counts, published: then}: OwnRound): OwnChange | undefined {
    const {own, of, percent} = ownShare(codebook, profession, counts, then, ref);
    if (of < aims.fewest) return undefined;
    const limits = (y: number, n: number) => ({share: y / n, ...wilson(y, n)});
    const {difference, low, high} = differenceOfShares(limits(now.own, now.of), limits(own, of));
    const common = shareOfCount(then.count("all", "all", ref));
    const spread = then.spread(ref);
    const expected =
      common === null || spread === null ? null : 100 * expectedAgain(own / of, of, common, spread / 100);
    return {
      round: counts[0]!.round,
      own,
      of,
      percent,
      difference: 100 * difference,
      low: 100 * low,
      high: 100 * high,
      expected
    };
  }
}

function ownShare(
  codebook: Codebook,
  profession: Profession,
  counts: readonly ParticipantCount[],
  published: PublishedProfession,
  ref: string
): OwnShare {
  const of = sum(counts, ({total}) => total);
  const own = sum(counts, ({ticked}) => ticked[ref] ?? 0);
  const share = shareOfCount(published.count("all", "all", ref));
  const limits = share === null ? null : controlLimits(share, of);
  return {
    ref,
    label: labelOf(codebook, profession, ref),
    own,
    of,
    percent: (100 * own) / of,
    profession: share === null ? null : 100 * share,
    chance: limits && {low: 100 * limits.low, high: 100 * limits.high}
  };
}

function shareOfCount({n, total}: PublishedCount): number | null {
  return n === null || !total ? null : n / total;
}

/** Whether a form asks what an answer or composite needs. */
function isAsked(codebook: Codebook, profession: Profession, ref: string): boolean {
  const measure = codebook.measures.find(({id}) => id === ref);
  return asksAll(profession, measure ? measure.anyOf : [ref]);
}

function labelOf(codebook: Codebook, profession: Profession, ref: string): string {
  const measure = codebook.measures.find(({id}) => id === ref);
  if (measure) return measure.label;
  const [question, answer] = ref.split(".");
  return profession.questions.find(({id}) => id === question)!.answers.find(({id}) => id === answer)!.label;
}

function leastOf(band: string): number {
  return registrationBands.find(([name]) => name === band)![1];
}

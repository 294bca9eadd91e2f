import {randomBeta, randomBinomial, randomLcg, randomNormal} from "d3-random";
import {clusteredProportion, type Cluster} from "../../../src/statistics/clusteredProportion.js";
import {wilson} from "../../../src/statistics/wilson.js";

/** A number and its unit are joined by a no-break space. */
const plain = (text: string) => text.replaceAll("\u00A0", " ");

/** Chance that is the same in every run of the tests. */
export class Chance {
  readonly #source: () => number;

  constructor(seed: number) {
    this.#source = randomLcg(seed);
  }

  binomial(n: number, p: number): number {
    return n === 0 ? 0 : randomBinomial.source(this.#source)(n, Math.min(1, Math.max(0, p)))();
  }

  normal(mean: number, deviation: number): number {
    return randomNormal.source(this.#source)(mean, deviation)();
  }

  /** Registrations of participants whose own shares vary with an intraclass correlation around a share. */
  clusters(sizes: readonly number[], p: number, correlation: number): Cluster[] {
    const scale = 1 / correlation - 1;
    const own = randomBeta.source(this.#source)(p * scale, (1 - p) * scale);
    return sizes.map((n) => ({y: this.binomial(n, own()), n}));
  }
}

/** A share in percent as it is published from clusters. */
export function clusteredShare(clusters: readonly Cluster[]) {
  const {p, low, high} = clusteredProportion(clusters);
  return {percent: 100 * p!, low: low === null ? null : 100 * low, high: high === null ? null : 100 * high};
}

/** The same of people who are independent. */
export function simpleShare(n: number, total: number) {
  const {low, high} = wilson(n, total);
  return {n, total, percent: (100 * n) / total, low: 100 * low, high: 100 * high};
}

/** How often a sentence claims something, over so many data sets drawn by chance. */
export function howOften(
  sentence: (chance: Chance) => string,
  claims: (text: string) => boolean,
  times = 1000
): number {
  const chance = new Chance(0.42);
  let claimed = 0;
  for (let i = 0; i < times; i++) if (claims(plain(sentence(chance)))) claimed++;
  return claimed / times;
}

import {randomLcg, randomNormal} from "d3-random";

/** Uniform numbers in [0, 1). */
export type Source = () => number;

/**
 * A stream of its own for every purpose, so that one more draw somewhere leaves all other draws as they were.
 * The name is hashed (FNV-1a, finished as in MurmurHash3), since a linear congruential generator gives alike numbers
 * from neighbouring seeds.
 */
export function stream(seed: number, name: string): Source {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${name}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  // From 1 on: d3 takes a seed below 1 for a fraction.
  return randomLcg(((hash ^ (hash >>> 16)) >>> 1) + 1);
}

/** `n` standard normal numbers. */
export function normals(source: Source, n: number): Float64Array {
  const next = randomNormal.source(source)(0, 1);
  return Float64Array.from({length: n}, () => next());
}

/**
 * `n` standard Gumbel numbers. The rows with the highest log weight + Gumbel number are a sample without replacement
 * in which the weights count (P. S. Efraimidis and P. G. Spirakis, Information Processing Letters 2006;97:181-185).
 */
export function gumbels(source: Source, n: number): Float64Array {
  return Float64Array.from({length: n}, () => -Math.log(-Math.log(Math.max(source(), 2 ** -33))));
}

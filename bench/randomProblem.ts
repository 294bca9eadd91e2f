import * as fc from "fast-check";
import type {Problem, TrueCell} from "../data-loaders/disclosure/protect/problem.js";
import type {Relation} from "../data-loaders/disclosure/system.js";

/** A classification: each node's children, leaves first made, the whole last. */
type Tree = number[][];

const trees: Tree[] = [
  [[], [], [0, 1]],
  [[], [], [], [0, 1, 2]],
  [[], [], [], [1, 2], [0, 3]],
  [[], [], [], [], [0, 1], [2, 3], [4, 5]]
];

export interface Shape {
  trees: Tree[];
  values: number[];
  /** Whether an attacker knows that what is hidden is not zero. */
  zerosShown: boolean;
  /** Cells that no row prints, by place. */
  unpublished: boolean[];
  threshold: number;
  largest: number;
}

/** Small tables of one or two classifications, with sums along each, some of them never printed. */
export const shapes = (threshold: number, largest: number): fc.Arbitrary<Shape> =>
  fc
    .oneof(
      {weight: 1, arbitrary: fc.tuple(fc.constantFrom(...trees))},
      {weight: 4, arbitrary: fc.tuple(fc.constantFrom(...trees.slice(0, 2)), fc.constantFrom(...trees.slice(0, 3)))}
    )
    .chain((chosen) => {
      const size = chosen.reduce((product, tree) => product * tree.length, 1);
      return fc.record({
        trees: fc.constant(chosen as Tree[]),
        zerosShown: fc.boolean(),
        values: fc.array(fc.integer({min: 0, max: largest}), {minLength: size, maxLength: size}),
        unpublished: fc.array(
          fc.integer({min: 0, max: 9}).map((i) => i === 0),
          {minLength: size, maxLength: size}
        ),
        threshold: fc.constant(threshold),
        largest: fc.constant(largest)
      });
    });

/** The problem of a shape: leaves hold the values, every other cell a sum. */
export function problemOf({trees, values, zerosShown, unpublished, threshold, largest}: Shape): Problem {
  const strides = trees.map((_, t) => trees.slice(t + 1).reduce((product, tree) => product * tree.length, 1));
  const size = trees[0]!.length * strides[0]!;
  const nodes = Array.from({length: size}, (_, place) =>
    trees.map((tree, t) => Math.floor(place / strides[t]!) % tree.length)
  );
  const leavesBelow = (place: number): number[] => {
    const t = trees.findIndex((tree, t) => tree[nodes[place]![t]!]!.length > 0);
    return t < 0
      ? [place]
      : trees[t]![nodes[place]![t]!]!.flatMap((child) =>
          leavesBelow(place + (child - nodes[place]![t]!) * strides[t]!)
        );
  };
  const relations: Relation[] = [];
  for (let place = 0; place < size; place++) {
    trees.forEach((tree, t) => {
      const children = tree[nodes[place]![t]!]!;
      if (children.length === 0) return;
      relations.push({
        name: `${place} along ${t}`,
        terms: [
          {cell: place, factor: -1},
          ...children.map((child) => ({cell: place + (child - nodes[place]![t]!) * strides[t]!, factor: 1}))
        ],
        low: 0,
        high: 0
      });
    });
  }
  const cells = nodes.map((_, place): TrueCell => {
    const leaves = leavesBelow(place);
    const value = leaves.reduce((sum, leaf) => sum + values[leaf]!, 0);
    const published = !unpublished[place];
    return {
      key: String(place),
      value,
      published,
      hideable: published && value > 0,
      cost: 1,
      hiddenLow: !published || !zerosShown ? 0 : value < threshold ? Math.min(1, value) : threshold,
      // An attacker knows that no leaf is larger than this: it keeps the enumeration finite.
      hiddenHigh: published && zerosShown && value < threshold ? threshold - 1 : leaves.length * (largest + 2),
      ...(value > 0 && value < threshold && {need: {from: 1, to: threshold - 1}})
    };
  });
  return {
    cells,
    relations,
    implies: [],
    primary: cells.flatMap(({need, published}, i) => (need && published ? [i] : []))
  };
}

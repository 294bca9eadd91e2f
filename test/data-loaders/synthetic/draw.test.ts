import fc from "fast-check";
import {range, sum} from "d3-array";
import {expect, test} from "vitest";
import {drawThenRepair, top} from "../../../data-loaders/synthetic/draw.js";

const block = fc
  .record({
    rows: fc.integer({min: 1, max: 40}),
    none: fc.nat(40),
    answers: fc.array(fc.nat(40), {minLength: 1, maxLength: 6}),
    standing: fc.nat(5),
    seed: fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 280, maxLength: 280})
  })
  .map(({rows, none, answers, standing, seed}) => {
    const stands = Math.min(standing, rows);
    const saysNone = Math.min(none, rows - stands);
    const others = rows - saysNone;
    const counts = answers.map((count) => Math.min(count, others));
    // Enough ticks for every row: the first answers are filled up where chance gave too few.
    for (let i = 0; i < counts.length; i++)
      counts[i] = Math.min(others, counts[i]! + Math.max(0, others - stands - sum(counts)));
    return {rows, stands, saysNone, counts, seed};
  });

test("every answer has its exact number, nobody is left without a tick, none of these stands alone", () => {
  fc.assert(
    fc.property(block, ({rows, stands, saysNone, counts, seed}) => {
      const answers = counts.map((count, a) => ({
        count,
        ticks: new Uint8Array(rows),
        score: (row: number) => seed[a * 40 + row]!
      }));
      const standing = (row: number) => (row < stands ? 1 : 0);
      const none = drawThenRepair({
        rows: range(rows),
        none: {count: saysNone, score: (row) => seed[240 + row]!},
        answers,
        standing,
        participantOf: (row) => row % 3
      });
      expect(none).toHaveLength(saysNone);
      expect(answers.map((answer) => sum(answer.ticks))).toEqual(counts);
      for (const row of range(rows)) {
        const ticks = sum(answers, (answer) => answer.ticks[row]!) + standing(row);
        if (none.includes(row)) expect(ticks).toBe(0);
        else expect(ticks).toBeGreaterThan(0);
      }
    })
  );
});

test("too few ticks for the rows are refused", () => {
  const answers = [{count: 1, ticks: new Uint8Array(3), score: () => 0}];
  const drawing = {
    rows: [0, 1, 2],
    none: {count: 1, score: () => 0},
    answers,
    standing: () => 0,
    participantOf: () => 0
  };
  expect(() => drawThenRepair(drawing)).toThrow(RangeError);
  expect(() => top([1, 2], 3, () => 0)).toThrow(RangeError);
});

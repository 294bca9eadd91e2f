import {
  DateDay,
  Decimal,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Field,
  Struct,
  TimestampMicrosecond,
  type Data
} from "apache-arrow";
import {expect, test} from "vitest";
import {arrowRows} from "../../../src/components/data/arrowRows.js";

/** One row of a piece of an answer, as DuckDB-wasm hands it over. */
function row(columns: Record<string, Data>): RecordBatch {
  const fields = Object.entries(columns).map(([name, {type}]) => new Field(name, type, true));
  const children = Object.values(columns);
  return new RecordBatch(new Schema(fields), makeData({type: new Struct(fields), length: 1, children, nullCount: 0}));
}

/** A decimal as its four words of 32 bits, the lowest first. */
const decimal = (scale: number, words: number[]) =>
  makeData({type: new Decimal(scale, 38), length: 1, data: Uint32Array.from(words)});

test("decimals keep their point, below zero too, and whole numbers of 64 and 128 bits are numbers", () => {
  expect(
    arrowRows(
      row({
        // 319 * 1.5
        total: decimal(1, [4785, 0, 0, 0]),
        below: decimal(3, [2 ** 32 - 1005, 2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1]),
        sum: decimal(0, [118, 0, 0, 0]),
        count: makeData({type: new Int64(), length: 1, data: BigInt64Array.of(-42n)}),
        n: makeData({type: new Int32(), length: 1, data: Int32Array.of(7)})
      })
    )
  ).toEqual([{total: 478.5, below: -1.005, sum: 118, count: -42, n: 7}]);
});

test("dates and times are dates, and nothing is null", () => {
  const day = Date.UTC(2024, 0, 1) / 86_400_000;
  expect(
    arrowRows(
      row({
        day: makeData({type: new DateDay(), length: 1, data: Int32Array.of(day)}),
        at: makeData({type: new TimestampMicrosecond(), length: 1, data: BigInt64Array.of(1704110400000000n)}),
        none: makeData({
          type: new DateDay(),
          length: 1,
          nullCount: 1,
          nullBitmap: Uint8Array.of(0),
          data: Int32Array.of(0)
        })
      })
    )
  ).toEqual([{day: new Date("2024-01-01"), at: new Date("2024-01-01T12:00:00Z"), none: null}]);
});

test("a number that a browser does not reckon exactly with is refused by its column", () => {
  const beyond = makeData({type: new Int64(), length: 1, data: BigInt64Array.of(2n ** 53n)});
  expect(() => arrowRows(row({stor: beyond}))).toThrow('Kolonnen "stor" har et tal over 9.007.199.254.740.991');
});

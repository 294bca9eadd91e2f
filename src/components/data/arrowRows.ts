import {DataType, type RecordBatch, type Vector} from "apache-arrow";
import {exactNumber} from "./exactNumber.js";

/**
 * The rows of a piece of an answer from DuckDB-wasm as plain values: whole numbers of any width and decimals as
 * numbers, dates and times as `Date`. What lint refuses, such as lists, stays Arrow's.
 * @throws Error in Danish where a number is too large to be one
 */
export function arrowRows(batch: RecordBatch): Record<string, unknown>[] {
  const columns = batch.schema.fields.map(({name}, i) => plainColumn(name, batch.getChildAt(i)!));
  return Array.from({length: batch.numRows}, (_, i) => {
    const row: Record<string, unknown> = {};
    for (const {name, valueAt} of columns) row[name] = valueAt(i);
    return row;
  });
}

function plainColumn(name: string, vector: Vector): {name: string; valueAt(i: number): unknown} {
  const plain = plainValue(name, vector.type);
  return {
    name,
    valueAt(i) {
      const value: unknown = vector.get(i);
      return plain && value !== null ? plain(value) : value;
    }
  };
}

/** How a value of a type becomes a plain one; undefined where it is one. */
function plainValue(name: string, type: DataType): ((value: unknown) => unknown) | undefined {
  if (DataType.isDecimal(type)) return (value) => exactNumber(wholeOf(value as Uint32Array), type.scale, name);
  if (DataType.isInt(type) && type.bitWidth === 64) return (value) => exactNumber(value as bigint, 0, name);
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return (value) => new Date(value as number);
  return undefined;
}

/** The digits of a decimal, which Arrow hands over as words of 32 bits, the lowest first. */
function wholeOf(words: Uint32Array): bigint {
  const bits = words.reduceRight((above, word) => (above << 32n) | BigInt(word), 0n);
  return BigInt.asIntN(32 * words.length, bits);
}

import {name, type Session} from "../../engine/session.js";
import {Refusal} from "../../ground/refusal.js";
import type {RegisterFile} from "./registerFile.js";
import type {RegisterSpec} from "./registerSpec.js";

/** Registers whose rows are summed or counted, so that a row that is delivered twice counts twice. */
const counted = ["lmdb", "sssy"];

/** Fewer rows of a month may be alike by chance. */
const fewest = 20;

/**
 * Refuses two files with the same rows in a month, whatever they are called. Only of files with equally many rows in
 * half their common months are the rows themselves looked at.
 * @throws Refusal naming both files and the month
 */
export async function refuseRepeatedFiles(session: Session, spec: RegisterSpec, files: RegisterFile[]): Promise<void> {
  if (!counted.includes(spec.kind)) return;
  const months = files.map((file) => new Map(file.months.map(({month, rows}) => [month, rows])));
  const found = new Map<number, Map<string, string>>();
  const sums = async (i: number) => found.get(i) ?? found.set(i, await sumsOf(session, spec, files[i]!)).get(i)!;
  for (const [later, file] of files.entries()) {
    for (let earlier = 0; earlier < later; earlier++) {
      const common = [...months[later]!].filter(([month]) => months[earlier]!.has(month));
      const equal = common.filter(([month, rows]) => rows >= fewest && rows === months[earlier]!.get(month));
      if (equal.length === 0 || 2 * equal.length < common.length) continue;
      const [one, other] = [await sums(earlier), await sums(later)];
      const same = equal.find(([month]) => one.get(month) === other.get(month));
      if (same)
        throw new Refusal(
          `${spec.kind}: ${files[earlier]!.file} og ${file.file} har de samme ${same[1]} rækker i ${same[0].slice(0, 7)}, så de ville tælle to gange; fjern den ene fil, eller tag de rækker ud af den, der står i begge.`
        );
    }
  }
}

/** A sum over the rows of each month, which another order of them does not change. */
async function sumsOf(
  session: Session,
  spec: RegisterSpec,
  {rows, context}: RegisterFile
): Promise<Map<string, string>> {
  const columns = spec.output(context).map((column) => name(column.name));
  const found = await session.rows<{month: string; told: string}>(`
    SELECT CAST(date_trunc('month', ${name(spec.span!)}) AS VARCHAR) AS month,
      CAST(sum(CAST(hash(${columns.join(", ")}) AS HUGEINT)) AS VARCHAR) AS told
    FROM ${rows} WHERE status IS NULL GROUP BY ALL`);
  return new Map(found.map(({month, told}) => [month, told]));
}

import type {Codebook} from "../data-loaders/ground/codebook.js";
import type {Sums} from "../data-loaders/tables/counted/group.js";
import {protectTables} from "../data-loaders/disclosure/protectTables.js";
import {auditSums} from "../data-loaders/tables/sums/audit.js";
import {registerSums} from "../data-loaders/tables/sums/registers.js";
import {publishedRows} from "../data-loaders/disclosure/withhold.js";
import type {Row} from "../data-loaders/engine/session.js";
import {computeRegisterTwin} from "../data-loaders/reconcile/registers/twin.js";
import {computeTwin} from "../data-loaders/reconcile/twin.js";
import type {DisclosureRules} from "../data-loaders/ground/rules.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {auditTables, registerTables} from "../data-loaders/tables/index.js";
import type {TableShape} from "../data-loaders/tables/table.js";
import {attacker} from "../publish/gate/attacker.js";
import {benchMinimality} from "./minimality.js";
import {benchRandomTables} from "./randomTables.js";
import {aligned, atMost} from "./target.js";

/** Protection of random tables, and of the twin's, and the attack on both. */
export async function* benchDisclosure(settings: Settings): AsyncGenerator<string> {
  yield* benchRandomTables();
  yield* benchMinimality();
  const {codebook, tables: audit} = await computeTwin(settings);
  yield* protectAndAttack(
    "the twin's audit",
    settings.disclosure.audit,
    codebook,
    auditTables,
    audit,
    auditSums(codebook, settings.disclosure.audit)
  );
  const {tables, indicators, parameters, codelists} = await computeRegisterTwin(settings);
  const sums = registerSums(
    codelists,
    parameters.periods,
    indicators.map(({id}) => id)
  );
  yield* protectAndAttack(
    "the twin's registers",
    settings.disclosure.registers,
    codebook,
    registerTables,
    tables,
    sums
  );
}

async function* protectAndAttack(
  what: string,
  rules: DisclosureRules,
  codebook: Codebook,
  tables: TableShape[],
  rows: Record<string, Row[]>,
  sums: Sums
): AsyncGenerator<string> {
  const counted = tables.flatMap((table) =>
    table.protection
      ? [{table, name: table.name, protection: table.protection(codebook, rules), rows: rows[table.name]!}]
      : []
  );
  const [hidden, protection] = await timed(() => protectTables(counted, sums, rules));
  const published = counted.map(({table, ...own}) => ({...own, rows: publishedRows(table, own.rows, hidden)}));
  const [attacked, attack] = await timed(() => attacker(published, sums, rules));
  const {cells, sums: relations, needs, largestPart} = hidden.report;
  const words = (n: number) => n.toLocaleString("en");
  yield `${what}: ${words(cells)} counts, ${words(relations)} sums between them:`;
  yield* aligned([
    [
      "protected",
      atMost(protection, 60, "s", 1),
      `${words(needs)} counts must not become known, the largest part has ${words(largestPart)} unknown`
    ],
    [
      "attacked",
      atMost(attack, 60, "s", 1),
      `${words(attacked.hidden)} unknown counts, the largest part has ${words(attacked.largestPart)}`
    ]
  ]);
  if (attacked.faults.length > 0)
    throw new Error(`bench: ${attacked.faults.length} counts can be worked out, such as ${attacked.faults[0]}`);
}

async function timed<T>(run: () => Promise<T>): Promise<[T, seconds: number]> {
  const started = performance.now();
  return [await run(), (performance.now() - started) / 1000];
}

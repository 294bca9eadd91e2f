import type {Codebook} from "../data-loaders/ground/codebook.js";
import type {Sums} from "../data-loaders/tables/counted/group.js";
import {protectTables} from "../data-loaders/disclosure/protectTables.js";
import {auditSums} from "../data-loaders/tables/sums/audit.js";
import {registerSums} from "../data-loaders/tables/sums/registers.js";
import {isHiddenRow, publishedRows} from "../data-loaders/disclosure/withhold.js";
import {countedTables} from "../data-loaders/disclosure/writeTables.js";
import type {Row} from "../data-loaders/engine/session.js";
import {computedFrom} from "../data-loaders/printed/computed.js";
import {differing, figuresOfAudit, figuresOfRegisters, knownOf, type FiguresIn} from "../data-loaders/printed/known.js";
import {figuresShown} from "../data-loaders/reconcile/figuresShown.js";
import {reconcileWith} from "../data-loaders/reconcile/reconcile.js";
import {computeRegisterTwin} from "../data-loaders/reconcile/registers/twin.js";
import {computeTwin} from "../data-loaders/reconcile/twin.js";
import type {DisclosureRules} from "../data-loaders/ground/rules.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {auditTables, registerTables} from "../data-loaders/tables/index.js";
import type {TableShape} from "../data-loaders/tables/table.js";
import {attacker} from "../publish/gate/attacker.js";
import {benchMinimality} from "./minimality.js";
import {benchRandomTables} from "./randomTables.js";
import {benchReleases} from "./releases.js";
import {aligned, atMost} from "./target.js";

/** Protection of random tables, and of the twin's, and the attack on both. */
export async function* benchDisclosure(settings: Settings): AsyncGenerator<string> {
  yield* benchRandomTables();
  yield* benchMinimality();
  const twin = await computeTwin(settings);
  const {codebook} = twin;
  const {audit: auditRules, registers: registerRules} = settings.disclosure;
  const audit = yield* protectAndAttack("the twin's audit", {
    rules: auditRules,
    codebook,
    tables: auditTables,
    rows: twin.tables,
    sums: auditSums(codebook, auditRules),
    printed: figuresOfAudit(settings, codebook, true)
  });
  const registerTwin = await computeRegisterTwin(settings);
  const {tables, indicators, parameters, codelists} = registerTwin;
  const sums = registerSums(
    codelists,
    parameters.periods,
    indicators.map(({id}) => id)
  );
  const registers = yield* protectAndAttack("the twin's registers", {
    rules: registerRules,
    codebook,
    tables: registerTables,
    rows: tables,
    sums,
    printed: figuresOfRegisters(settings, registerTwin, true)
  });
  const {shown, all} = figuresShown(
    reconcileWith({audit: computedFrom(twin), registers: registerTwin}, settings.root),
    reconcileWith(
      {audit: computedFrom({...twin, tables: audit}), registers: {...registerTwin, tables: registers}},
      settings.root
    )
  );
  yield `printed figures shown: ${words(shown)} of ${words(all)}`;
  yield* benchReleases(settings);
}

interface Twin {
  rules: DisclosureRules;
  codebook: Codebook;
  tables: TableShape[];
  rows: Record<string, Row[]>;
  sums: Sums;
  printed: FiguresIn | undefined;
}

/** @returns the rows of every table as published */
async function* protectAndAttack(
  what: string,
  {rules, codebook, tables, rows, sums: declared, printed}: Twin
): AsyncGenerator<string, Record<string, Row[]>> {
  const countedIn = (rowsOf: (table: TableShape) => Row[]) =>
    countedTables(
      tables.map((table) => ({table, rows: rowsOf(table)})),
      codebook,
      rules
    );
  const counted = countedIn(({name}) => rows[name]!);
  const figures = printed?.(rows) ?? [];
  const sums = {...declared, known: knownOf(figures, differing(figures), counted)};
  const [hidden, protection] = await timed(() => protectTables(counted, sums, rules));
  const published = countedIn((table) => publishedRows(table, rows[table.name]!, hidden));
  const [attacked, attack] = await timed(() => attacker(published, sums, rules));
  const {cells, sums: relations, needs, largestPart} = hidden.report;
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
  const hiddenRows = published.map(({name, rows}) => ({name, n: rows.filter(isHiddenRow).length}));
  yield `  hidden rows: ${hiddenRows.flatMap(({name, n}) => (n > 0 ? [`${name} ${words(n)}`] : [])).join(", ")}`;
  return {...rows, ...Object.fromEntries(published.map(({name, rows}) => [name, rows]))};
}

function words(n: number): string {
  return n.toLocaleString("en");
}

async function timed<T>(run: () => Promise<T>): Promise<[T, seconds: number]> {
  const started = performance.now();
  return [await run(), (performance.now() - started) / 1000];
}

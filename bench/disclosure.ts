import type {Codebook} from "../data-loaders/ground/codebook.js";
import type {Sums} from "../data-loaders/tables/counted/group.js";
import {protectTables} from "../data-loaders/disclosure/protectTables.js";
import {addRanges} from "../data-loaders/disclosure/ranges.js";
import {auditSums} from "../data-loaders/tables/sums/audit.js";
import {registerSums} from "../data-loaders/tables/sums/registers.js";
import {isHiddenRow, publishedRows} from "../data-loaders/disclosure/withhold.js";
import {countedTables} from "../data-loaders/disclosure/writeTables.js";
import type {Row} from "../data-loaders/engine/session.js";
import {computedFrom} from "../data-loaders/printed/computed.js";
import {differing, figuresOfAudit, figuresOfRegisters, knownOf, type FiguresIn} from "../data-loaders/printed/known.js";
import {figuresShown} from "../data-loaders/reconcile/figuresShown.js";
import {reconcileWith} from "../data-loaders/reconcile/reconcile.js";
import {registersOfTwin} from "../data-loaders/reconcile/registers/twin.js";
import {computeTwin} from "../data-loaders/reconcile/twin.js";
import type {DisclosureRules} from "../data-loaders/ground/rules.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {auditTables, registerTables} from "../data-loaders/tables/index.js";
import type {TableShape} from "../data-loaders/tables/table.js";
import {attacker} from "../publish/gate/attacker.js";
import {benchMinimality} from "./minimality.js";
import {benchRandomTables} from "./randomTables.js";
import {refused, type Site} from "./refused.js";
import {benchReleases} from "./releases.js";
import {benchSmallDeliveries} from "./smallDeliveries.js";
import {aligned, atMost} from "./target.js";

/**
 * Protection of random tables, of the default site's and of small deliveries, the attack on them, and what readers are
 * refused.
 */
export async function* benchDisclosure(settings: Settings): AsyncGenerator<string> {
  yield* benchRandomTables();
  yield* benchMinimality();
  const audit = await computeTwin(settings);
  const registers = await registersOfTwin(settings, "bench/registers");
  const {codebook} = audit;
  const {audit: auditRules, registers: registerRules} = settings.disclosure;
  const {tables, indicators, parameters, codelists} = registers;
  const twins = {
    audit: {
      rules: auditRules,
      codebook,
      tables: auditTables,
      rows: audit.tables,
      sums: auditSums(codebook, auditRules),
      printed: figuresOfAudit(settings, codebook, true)
    },
    registers: {
      rules: registerRules,
      codebook,
      tables: registerTables,
      rows: tables,
      sums: registerSums(
        codelists,
        parameters.periods,
        indicators.map(({id}) => id)
      ),
      printed: figuresOfRegisters(settings, registers, true)
    }
  };
  const before = {audit: computedFrom(audit), registers};
  const siteOf = (published: Record<keyof typeof twins, Record<string, Row[]>>): Site => ({
    before: {...audit.tables, ...registers.tables},
    published: {...published.audit, ...published.registers},
    figures: (["audit", "registers"] as const).flatMap((side) => twins[side].printed?.(published[side]) ?? []),
    shown: figuresShown(
      reconcileWith(before, settings.root),
      reconcileWith(
        {
          audit: computedFrom({...audit, tables: published.audit}),
          registers: {...registers, tables: published.registers}
        },
        settings.root
      )
    )
  });
  const site = siteOf({
    audit: yield* protectAndAttack("the twin's audit", twins.audit, 60),
    registers: yield* protectAndAttack("the twin's registers", twins.registers, 20)
  });
  const nothingKnown = siteOf({
    audit: yield* protectAndAttack("the same audit, nothing printed known", {...twins.audit, printed: undefined}, 60),
    registers: yield* protectAndAttack(
      "the same registers, nothing printed known",
      {...twins.registers, printed: undefined},
      20
    )
  });
  yield* refused(site, nothingKnown, codebook);
  yield* benchSmallDeliveries(settings);
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

/**
 * @param most seconds that protection and attack may take each
 * @returns the rows of every table as published, those of tables that count nobody as they are
 */
async function* protectAndAttack(
  what: string,
  {rules, codebook, tables, rows, sums: declared, printed}: Twin,
  most: number
): AsyncGenerator<string, Record<string, Row[]>> {
  const countedIn = (rowsOf: (table: TableShape) => Row[]) =>
    countedTables(
      tables.map((table) => ({table, rows: rowsOf(table)})),
      codebook,
      rules
    );
  const counted = countedIn((table) => rows[table.name]!);
  const figures = printed?.(rows) ?? [];
  const sums = {...declared, ...(printed && {known: knownOf(figures, differing(figures), counted)})};
  const [hidden, protection] = await timed(() => protectTables(counted, sums, rules));
  const published = countedIn((table) => publishedRows(table, rows[table.name]!, hidden));
  await addRanges(published, sums, rules);
  const [attacked, attack] = await timed(() => attacker(published, sums, rules));
  const {cells, sums: relations, needs, largestPart} = hidden.report;
  yield `${what}: ${words(cells)} counts, ${words(relations)} sums between them:`;
  yield* aligned([
    [
      "protected",
      atMost(protection, most, "s", 1),
      `${words(needs)} counts must not become known, the largest part has ${words(largestPart)} unknown`
    ],
    [
      "attacked",
      atMost(attack, most, "s", 1),
      `${words(attacked.hidden)} unknown counts, the largest part has ${words(attacked.largestPart)}`
    ],
    ["hidden counts narrower than required", atMost(attacked.faults.length, 0), attacked.faults[0] ?? ""]
  ]);
  const hiddenRows = published.map(({name, rows}) => ({name, n: rows.filter(isHiddenRow).length}));
  yield `  hidden rows: ${hiddenRows.flatMap(({name, n}) => (n > 0 ? [`${name} ${words(n)}`] : [])).join(", ")}`;
  if (attacked.faults.length > 0) throw new Error(`bench: ${attacked.faults.length} counts can be worked out`);
  return {...rows, ...Object.fromEntries(published.map(({name, rows}) => [name, rows]))};
}

function words(n: number): string {
  return n.toLocaleString("en");
}

/** Seconds of processor time: other work on the machine changes those of the clock. */
async function timed<T>(run: () => Promise<T>): Promise<[T, seconds: number]> {
  const started = process.cpuUsage();
  const result = await run();
  return [result, process.cpuUsage(started).user / 1e6];
}

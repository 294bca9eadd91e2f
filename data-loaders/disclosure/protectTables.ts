import {group} from "d3-array";
import type {Row} from "../engine/session.js";
import {assemble, type CountedTable} from "./assemble.js";
import {deduce} from "./deduce.js";
import type {keyOf, Sums} from "../tables/counted/group.js";
import {keptDecision, type Decision} from "./keptDecision.js";
import {problemOf} from "./problemOf.js";
import {Refusal} from "../ground/refusal.js";
import type {Problem} from "./protect/problem.js";
import {protect, type ProtectOptions} from "./protect/protect.js";
import type {DisclosureRules, Reason} from "../ground/rules.js";

/** Which rows of each table are not shown, and what is published about the protection. */
export interface ProtectedTables {
  /** By table, one a row: why it is hidden, or undefined where it is shown. */
  reasons: Map<string, (Reason | undefined)[]>;
  /** Whether a column's number in a row must not be shown, though the row is. */
  isHidden(table: string, row: Row, column: string): boolean;
  report: DisclosureReport;
}

/** What the page on protection states. */
export interface DisclosureReport {
  /** Counts, printed or a sum away, and sums between them. */
  cells: number;
  sums: number;
  /** Counts that must not become known, and the connected parts of what is hidden. */
  needs: number;
  parts: number;
  largestPart: number;
}

export interface ProtectTablesOptions {
  /** A folder where what was decided is kept for the next time. */
  decisions?: string;
  /** How many threads share the work. */
  threads?: number;
  step?: (label: string) => void;
}

/**
 * Protects tables as one system.
 * @param tables with rows before protection, all that have groups in common at once
 * @throws Refusal when a count cannot be protected
 */
export async function protectTables(
  tables: CountedTable[],
  sums: Sums,
  rules: DisclosureRules,
  {decisions, ...options}: ProtectTablesOptions = {}
): Promise<ProtectedTables> {
  const assembly = assemble(tables, sums);
  await deduce(assembly, sums);
  const {problem, primary} = problemOf(assembly, rules);
  const decision = await keptDecision(decisions, problem, () => decide(problem, options, sums.known !== undefined));
  const hidden = new Set(decision.hidden);
  const silent = new Set(decision.silent);
  const isHiddenGroup = (group: Parameters<typeof keyOf>[0]) => {
    const place = assembly.placeOf(group);
    return place !== undefined && hidden.has(place);
  };
  const countsOf = group(assembly.counts, ({row}) => row);
  const reasonOf = ({protection}: CountedTable, row: Row): Reason | undefined => {
    if (row.status === "incomplete") return undefined;
    if (protection.isWithheld?.(row)) return "base";
    const about = protection.about?.(row);
    if (about && isHiddenGroup(about)) return "protects";
    const count = countsOf.get(row)?.find(({main}) => hidden.has(main));
    if (count && (silent.has(count.main) || assembly.cells[count.main]!.exempt)) return "base";
    return count && (primary.get(count) ?? "protects");
  };
  const byName = new Map(tables.map((table) => [table.name, table]));
  return {
    reasons: new Map(tables.map((table) => [table.name, table.rows.map((row) => reasonOf(table, row))])),
    isHidden: (name, row, column) => {
      const counts = byName.get(name)!.protection.counts(row);
      return counts.some(({of}) => of !== undefined && of.column === column && isHiddenGroup(of.group));
    },
    report: {
      cells: assembly.cells.length,
      sums: assembly.relations.length,
      needs: decision.needs,
      parts: decision.parts,
      largestPart: decision.largestPart
    }
  };
}

/** @throws Refusal when a count cannot be protected */
async function decide(problem: Problem, options: ProtectOptions, isPrinted: boolean): Promise<Decision> {
  const {hidden, silent, attack, needs} = await protect(problem, options);
  const narrow = needs.filter((_, n) => attack.verdicts[n] !== "protected");
  if (attack.contradiction !== undefined || narrow.length > 0) {
    const example = attack.contradiction ?? problem.cells[narrow[0]!.cell]!.key;
    const without = isPrinted ? ', eller "printed" til none' : "";
    throw new Refusal(
      `${narrow.length} små tal kan ikke beskyttes med indstillingerne under "disclosure" i settings.yaml (${example}); sæt intervallet ned eller tærsklen op${without}.`
    );
  }
  return {
    hidden: [...hidden],
    silent: [...silent],
    needs: attack.verdicts.length,
    parts: attack.parts,
    largestPart: attack.largestPart
  };
}

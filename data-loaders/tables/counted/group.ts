import type {Row} from "../../engine/session.js";

/**
 * Whom a number counts: conditions by dimension, such as {profession: "gp", "earlier_care.mri": "yes"}. A dimension
 * that is not there is not asked about. The same conditions are the same group, whichever table prints it.
 */
export type Group = Readonly<Record<string, string>>;

/** The one name of a group. */
export function keyOf(group: Group): string {
  return Object.keys(group)
    .sort()
    .map((dimension) => `${dimension}=${group[dimension]}`)
    .join(" ");
}

export function without(group: Group, dimension: string): Group {
  const {[dimension]: _, ...rest} = group;
  return rest;
}

/** A group with more conditions; conditions that are undefined are left out. */
export function where(group: Group, conditions: Record<string, string | undefined>): Group {
  return {
    ...group,
    ...Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined))
  } as Group;
}

/**
 * A number of a row: the column it stands in and whom it counts; `of`: what it is a share of,
 * or with `apart` stands beside.
 */
export interface Count {
  column: string;
  group: Group;
  of?: {column: string; group: Group; apart?: boolean};
}

/** The column in which a count stands as share of its total, in percent. */
export function percentColumn({column}: Pick<Count, "column">): string {
  return `percent${column.startsWith("n_") ? column.slice(1) : ""}`;
}

/** What a table says of its counts. */
export interface TableProtection {
  /** The numbers of a row; it is shown when each of them is. */
  counts(row: Row): Count[];
  /** The group a row describes without counting it: where that is hidden, so is the row. */
  about?(row: Row): Group | undefined;
  /** Whether a row is withheld though its numbers may be shown: it would say too much of few. */
  isWithheld?(row: Row): boolean;
  /**
   * What a reader loses when a row is hidden, beside a row of other tables: by its keys alone; 1 where it is left out.
   */
  loss?(row: Row): number;
  /** What other columns say of the counts. */
  states?(rows: Row[]): GroupRelation[];
  /** Whether the table has a row for the group whenever somebody is in it: a group without a row is then empty. */
  covers?(group: Group): boolean;
}

/** One way of splitting groups: the parts make up the whole. */
export interface Classification {
  /** In Danish: named when it helps to reveal a cell. */
  name: string;
  dimension: string;
  /**
   * The parts of a group with the value `of` on the dimension, or without a condition on it;
   * undefined where it is not split. Values that no row prints belong too.
   */
  parts(rest: Group, of: string | undefined): readonly string[] | undefined;
  /** The value that a value is part of, in a group with these other conditions. */
  parent?(value: string, rest: Group): string | undefined;
  /** The group split, where it is more than the one without the condition. */
  whole?(rest: Group): Group;
}

/** Σ factor · count of the group lies between two numbers. */
export interface GroupRelation {
  name: string;
  terms: [group: Group, factor: number][];
  low: number;
  high: number;
  /** Revealed by the rows of these groups alone: unknown where each of them is hidden. */
  revealedBy?: Group[];
}

/** Every sum that holds between the groups of a population. */
export interface Sums {
  classifications: Classification[];
  /** Sums that hold for groups like this one and are no classification; asked of every group that a row prints. */
  others(group: Group): GroupRelation[];
  /** Groups that cannot have members. */
  isEmpty(group: Group): boolean;
  /** Groups that an attacker is taken to know to be empty where they are, though nothing says so. */
  isKnownWhenEmpty?(group: Group): boolean;
  /** Groups that say nothing of a person, shown however small. */
  isExempt(group: Group): boolean;
  /** What everybody knows of groups, whatever is published here. */
  known?: GroupRelation[];
}

/** Whether a group is about just these dimensions; those with a question mark may be absent. */
export function isAbout(group: Group, dimensions: string[]): boolean {
  const given = Object.keys(group);
  const needed = dimensions.filter((dimension) => !dimension.endsWith("?"));
  const known = dimensions.map((dimension) => dimension.replace(/\?$/, ""));
  return given.every((dimension) => known.includes(dimension)) && needed.every((dimension) => dimension in group);
}

/** A share: the column of a number and of what it is a share of, with their groups. */
export function share(column: string, group: Group, total: string, of: Group): Count {
  return {column, group, of: {column: total, group: of}};
}

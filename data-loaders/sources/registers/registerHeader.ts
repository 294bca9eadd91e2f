import {nearest, quoted, Refusal} from "../../ground/refusal.js";
import {plain} from "../header.js";
import {expectedCell, holds} from "./cells.js";
import type {FileContext, RegisterColumn, RegisterSpec} from "./registerSpec.js";

/** Our columns in a delivered file: where each is found. */
export type Mapping = Map<string, {delivered: string; type: string}>;

/**
 * Finds our columns among the delivered ones: the settings' own names first, then ours, then the known aliases.
 * @param types DuckDB's type of each delivered column
 * @throws Refusal naming the first column that is missing, repeated or of a type that cannot be right
 */
export function mapColumns(file: string, spec: RegisterSpec, context: FileContext, types: string[]): Mapping {
  const {delivered} = context;
  const repeated = delivered.find((column, i) => delivered.indexOf(column) < i);
  if (repeated !== undefined)
    throw new Refusal(
      `${file}: kolonnen ${quoted(repeated)} står der to gange, men skulle stå én gang; fjern den ene.`
    );
  const own = ownNames(context.settings.aliases[spec.kind] ?? {});
  const mapping: Mapping = new Map();
  const columns = spec.columns(context);
  for (const column of columns) {
    const found = namesOf(column, own).find((name) => delivered.includes(name));
    if (found === undefined) {
      if (!column.optional) throw missing(file, spec, column, delivered, columns);
      continue;
    }
    const type = types[delivered.indexOf(found)]!;
    if (!holds(column.type, type)) {
      throw new Refusal(
        `${file}: kolonnen ${quoted(found)} er af typen ${type}, men skulle være ${expectedCell[column.type]}; gem udtrækket igen med den type.`
      );
    }
    mapping.set(column.name, {delivered: found, type});
  }
  return mapping;
}

/** Our names of the columns that a file should have and has not, nor what stands in for one. */
export function missingColumns(spec: RegisterSpec, context: FileContext): string[] {
  const own = ownNames(context.settings.aliases[spec.kind] ?? {});
  const needed = spec
    .columns(context)
    .filter((column) => !column.optional && !namesOf(column, own).some((name) => context.delivered.includes(name)));
  return [...needed.map(({name}) => name), ...(spec.lacks?.(context) ?? [])];
}

function namesOf(column: RegisterColumn, own: Map<string, string[]>): string[] {
  return [...(own.get(column.name) ?? []), column.name, ...(column.aliases ?? [])];
}

function missing(
  file: string,
  spec: RegisterSpec,
  column: RegisterColumn,
  delivered: string[],
  columns: RegisterColumn[]
): Refusal {
  const known = columns.flatMap((c) => [c.name, ...(c.aliases ?? [])]);
  const near = nearest(
    column.name,
    delivered.filter((d) => !known.includes(d))
  );
  const other = column.aliases?.length ? ` (eller ${column.aliases.join(", ")})` : "";
  return new Refusal(
    `${file}: kolonnen ${quoted(column.name)}${other} mangler i ${spec.kind}${near ? `; mente du ${quoted(near)}` : ""}; tilføj den, eller skriv dens navn under registers.aliases.${spec.kind} i settings.yaml.`
  );
}

function ownNames(aliases: Record<string, string>): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [theirs, ours] of Object.entries(aliases))
    names.set(plain(ours), [...(names.get(plain(ours)) ?? []), plain(theirs)]);
  return names;
}

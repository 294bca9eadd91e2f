import {leavesKnown, restOf, type Assembly, type CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {isSmall, isSmallBase, type DisclosureRules} from "../../data-loaders/ground/rules.js";
import {isHiddenRow} from "../../data-loaders/disclosure/withhold.js";

/** What is shown though it is too small, or leaves too few, or is a share of too few. */
export function shownTooSmall({cells, counts}: Assembly, rules: DisclosureRules): string[] {
  const tables = new Map(
    counts.flatMap(({table, main, total}) => [main, ...(total === undefined ? [] : [total])].map((at) => [at, table]))
  );
  const shown = cells.flatMap(({key, value, printed, exempt, known}, i) =>
    printed && !exempt && !known && value !== undefined && isSmall(value, rules)
      ? [`${tables.get(i) ?? "En tabel"} viser ${value} for ${key}; så få skal være skjult.`]
      : []
  );
  const rests = counts.flatMap((count) => {
    const {table, main, total} = count;
    const [whole, part] = [total === undefined ? undefined : cells[total]!.value, cells[main]!.value];
    if (whole === undefined || part === undefined || cells[main]!.exempt || part === 0) return [];
    const rest = restOf(count, cells);
    if (isSmall(rest, rules) && !leavesKnown(count, cells))
      return [`${table} viser ${part} af ${whole} for ${cells[main]!.key}, så de ${rest} andre kan ses.`];
    return isSmallBase(whole, rules) && !cells[main]!.known
      ? [`${table} viser en andel af kun ${whole} for ${cells[main]!.key}.`]
      : [];
  });
  return [...new Set([...shown, ...rests])];
}

/** Rows that show what is computed from too few for it. */
export function shownOfFew(tables: CountedTable[]): string[] {
  return tables.flatMap(({name, protection, rows}) => {
    const shown = rows.find((row) => row.status === "shown" && protection.isWithheld?.(row));
    return shown ? [`${name} viser et tal, som er regnet af kun ${String(shown.n)}.`] : [];
  });
}

/** Rows that describe a group whose own number is hidden. */
export function shownOfHidden(tables: CountedTable[], {placeOf}: Assembly, hidden: ReadonlySet<number>): string[] {
  return tables.flatMap(({name, protection, rows}) => {
    const shown = rows.find((row) => {
      const about = protection.about?.(row);
      const place = about && placeOf(about);
      return place !== undefined && hidden.has(place) && !isHiddenRow(row) && row.status !== "none";
    });
    return shown ? [`${name} viser ${String(shown.measure)}, selv om tallet for alle er skjult.`] : [];
  });
}

import {sum} from "d3-array";
import type {Assembly, CountedTable} from "../../data-loaders/disclosure/assemble.js";
import type {Rests} from "../../data-loaders/disclosure/rest.js";
import {isSmall, type DisclosureRules} from "../../data-loaders/ground/rules.js";
import {isHiddenRow} from "../../data-loaders/disclosure/withhold.js";
import type {Seen} from "./seen.js";

/** What is shown though it is too small, or leaves too few, or is a share of too few. */
export function shownTooSmall(assembly: Assembly, {tables}: Seen, {exempt}: Rests, rules: DisclosureRules): string[] {
  const {cells, pairs} = assembly;
  const shown = cells.flatMap(({key, value, printed, exempt}, i) =>
    printed && !exempt && value !== undefined && isSmall(value, rules)
      ? [`${tables.get(i) ?? "En tabel"} viser ${value} for ${key}; så få skal være skjult.`]
      : []
  );
  const rests = pairs.flatMap(([total, main]) => {
    const [whole, part] = [cells[total]!.value, cells[main]!.value];
    if (whole === undefined || part === undefined || cells[main]!.exempt || part === 0) return [];
    const rest = whole - part - sum(exempt(total, main), (cell) => cells[cell]!.value);
    if (isSmall(rest, rules))
      return [`${tables.get(main)} viser ${part} af ${whole} for ${cells[main]!.key}, så de ${rest} andre kan ses.`];
    return whole < rules.smallestDenominator
      ? [`${tables.get(main)} viser en andel af kun ${whole} for ${cells[main]!.key}.`]
      : [];
  });
  return [...new Set([...shown, ...rests])];
}

/** Rows that tell what is computed from too few for it. */
export function toldOfFew(tables: CountedTable[]): string[] {
  return tables.flatMap(({name, protection, rows}) => {
    const told = rows.find((row) => row.status === "shown" && protection.isWithheld?.(row));
    return told ? [`${name} viser et tal, som er regnet af kun ${String(told.n)}.`] : [];
  });
}

/** Rows that tell of a group whose own number is hidden. */
export function toldOfHidden(tables: CountedTable[], {placeOf, cells}: Assembly, {hidden}: Seen): string[] {
  return tables.flatMap(({name, protection, rows}) => {
    const told = rows.find((row) => {
      const about = protection.about?.(row);
      const place = about && placeOf(about);
      return (
        place !== undefined &&
        hidden.has(place) &&
        cells[place]!.value === undefined &&
        !isHiddenRow(row) &&
        row.status !== "none"
      );
    });
    return told ? [`${name} viser ${String(told.measure)}, selv om tallet for alle er skjult.`] : [];
  });
}

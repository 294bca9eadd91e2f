import {group, max, sum} from "d3-array";
import type {Assembly, CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {tooMuchOfFew} from "../../data-loaders/disclosure/contribution.js";
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

/**
 * What is shown though few participants are behind it, as far as bars tell: those that are shown have at least so many
 * registrations, and who has no bar may have some. @param tables with the bars' counts
 */
export function shownOfFewParticipants(
  tables: CountedTable[],
  {placeOf, cells}: Assembly,
  rules: DisclosureRules
): string[] {
  return tables
    .filter(({name}) => name === "audit_participants")
    .flatMap(({protection, rows}) => {
      const bars = group(rows, (row) => {
        const about = protection.about?.(row);
        return about && placeOf(about);
      });
      return [...bars].flatMap(([place, own]) => {
        const value = place === undefined ? undefined : cells[place]!.value;
        if (value === undefined || cells[place!]!.exempt) return [];
        const from = {
          participants: own.filter(({status}) => status !== "none").length,
          largest: max(own, ({n}) => Number(n ?? 0))!
        };
        return tooMuchOfFew(value, from, rules)
          ? [
              `${cells[place!]!.key} er vist, men søjlerne siger, at ${from.participants < rules.smallestParticipants ? "for få deltagere står bag" : "næsten alt er fra én deltager"}.`
            ]
          : [];
      });
    });
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

import {group, range} from "d3-array";
import {participantOf} from "../tables/table.js";
import type {Row} from "../engine/session.js";
import {registrationBands} from "../tables/audit/auditParticipants.js";

/** Nobody fills in more forms than this, unless their whole profession must have. */
const mostRegistrations = 400;

/**
 * What whole percents give away: the rows of a variation diagram with the participant's registrations, the
 * fewest or the most that give all of their percents. Of many answers it is nearly always one number.
 * @param registered how many the profession of a row has registered in its round, where that is known
 */
export function withCounts(
  rows: Row[],
  which: "fewest" | "most",
  registered: (row: Row) => number | undefined = () => undefined
): Row[] {
  return [
    ...group(
      rows,
      (row) => row.round,
      (row) => row.profession,
      participantOf
    ).values()
  ]
    .flatMap((professions) => [...professions.values()])
    .flatMap((participants) => [...participants.values()])
    .flatMap((own) => {
      const percents = own.flatMap(({percent}) => (typeof percent === "number" ? [percent] : []));
      const [, from, to] = registrationBands.find(([band]) => band === own[0]!.registrations_band) ?? ["", 0, -1];
      const most = Math.min(to, Math.max(mostRegistrations, registered(own[0]!) ?? 0));
      const totals = which === "fewest" ? range(from, most + 1) : range(most, from - 1, -1);
      const total = totals.find((total) =>
        percents.every((percent) => Math.round((100 * near(percent, total)) / total) === percent)
      );
      // A bar that is not shown may be nothing, or everything.
      const unknown = which === "fewest" ? 0 : total;
      return own.map((row) => ({
        ...row,
        total: total ?? null,
        n: (total !== undefined && typeof row.percent === "number" ? near(row.percent, total) : unknown) ?? null
      }));
    });
}

function near(percent: number, total: number): number {
  return Math.round((percent * total) / 100);
}

import {sum} from "d3-array";
import type {RegisterAssumptions} from "./assumptions.js";
import {inProportion} from "./apportion.js";
import {contingency} from "./contingency.js";
import {specialties} from "./hospitalPlan.js";
import type {PrintedRegister} from "./printed.js";

const lastSpecialties = [...specialties, "other"] as const;

/**
 * Patients by specialty of the first contact, number of contacts in the year (6 is six or
 * more) and of the last followed.
 */
export interface FlowCell {
  specialty: string;
  contacts: number;
  last: string;
  n: number;
}

/**
 * How many contacts patients have, and where the last followed one is. Printed: patients at the
 * first contact, ended after one to five, ended after one by specialty (I21: the acute make up
 * the printed total), and at the sixth contact (I20: four have another specialty).
 */
export function planFlow(patients: number, printed: PrintedRegister, assumptions: RegisterAssumptions): FlowCell[] {
  const ended = printed.endedAfter.map((n, i) => n - (printed.endedAfter[i - 1] ?? 0));
  const atSixth = specialties.map((specialty) => printed.atContact.get(`6/${specialty}`)!);
  const six = printed.patients - printed.endedAfter.at(-1)!;
  const starts = inProportion(
    patients,
    specialties.map((specialty) => printed.atContact.get(`1/${specialty}`)!)
  );
  const byContacts = inProportion(patients, [...ended, six]);
  const one = starts.map((n, i) => (i === 0 ? 0 : Math.round((n * printed.endedAfterOne.get(specialties[i]!)!) / 100)));
  one[0] = byContacts[0]! - sum(one);
  const more = contingency(
    starts.map((n) => byContacts.slice(1).map((m) => n * m)),
    starts.map((n, i) => n - one[i]!),
    byContacts.slice(1)
  );
  const sixes = more.map((row) => row.at(-1)!);
  const sixth = inProportion(sum(sixes), [...atSixth, six - sum(atSixth)]);
  const odds = specialties.map((specialty) =>
    lastSpecialties.map((last) => assumptions.last_specialty[specialty]![last] ?? 0)
  );
  const last = contingency(
    odds.map((row, i) => row.map((o) => o * sixes[i]!)),
    sixes,
    sixth
  );
  return specialties
    .flatMap((specialty, i) => [
      {specialty, contacts: 1, last: specialty, n: one[i]!},
      ...more[i]!.slice(0, -1).flatMap((n, j) => {
        // Fewer contacts end where the printed sixth ones are, except that "other" stays with those four.
        const shares = inProportion(
          n,
          odds[i]!.map((o, k) => (k < specialties.length ? o : 0))
        );
        return lastSpecialties.map((l, k) => ({specialty, contacts: j + 2, last: l, n: shares[k]!}));
      }),
      ...lastSpecialties.map((l, k) => ({specialty, contacts: 6, last: l, n: last[i]![k]!}))
    ])
    .filter((cell) => cell.n > 0);
}

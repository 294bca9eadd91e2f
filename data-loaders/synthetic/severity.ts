import {range, sum} from "d3-array";
import {effectOn} from "./assumptions.js";
import {top} from "./draw.js";
import type {PrintedForm} from "./printed.js";
import {spread} from "./spread.js";
import {logOdds} from "./strata.js";
import {tendency, type Context} from "./tendency.js";
import {tune} from "./tune.js";

/**
 * Says for every row whether it is a first or a later consultation. Claims about answers that are ticked already (those
 * of the variation diagrams) are met exactly; such a row never lacks its consultation.
 */
export function giveConsultations(context: Context, printed: PrintedForm): void {
  const {sheet, assumptions} = context;
  const counts = assumptions.consultations[sheet.profession.id]!;
  const open = new Set(range(sheet.participantOf.length));
  const give = (rows: number[], consultation: string) => {
    for (const row of rows) {
      sheet.consultation[row] = consultation;
      open.delete(row);
    }
  };
  const score = tendency(context, "consultation.later", 0)(assumptions.consultation_participant);
  const standing = printed.known.filter((known) => !known.severe && sheet.ticks.has(known.answer));
  const ticked = (row: number) => standing.some((known) => sheet.ticks.get(known.answer)![row] === 1);
  for (const known of standing) {
    give(
      top(
        [...open].filter((row) => sheet.ticks.get(known.answer)![row] === 1),
        known.count,
        score
      ),
      known.consultation
    );
  }
  const free = [...open].filter((row) => !ticked(row));
  give(top(free, counts.missing ?? 0, tendency(context, "consultation.none", 0)(0)), "");
  const already = sheet.consultation.filter((c) => c === "later").length;
  give(
    top(
      free.filter((row) => open.has(row)),
      (counts.later ?? 0) - already,
      score
    ),
    "later"
  );
  give([...open], counts.phone ? "phone" : "first");
}

/**
 * Ticks the answers that make a patient severely affected, so that their totals and the number of severely affected per
 * consultation are met: the second answer (suspected root compression) first, then the first (radiation below the
 * knee), partly beside it. A form that asks one of them only is severe by that one.
 *
 * @param refs the answers of the code book's definition that the form counts, one or two
 */
export function giveSeverity(context: Context, printed: PrintedForm, refs: string[]): void {
  const {sheet, assumptions} = context;
  const [first, second] = refs as [string, string | undefined];
  const total = (ref: string) => printed.counts.get(ref)!;
  const rowsOf = (consultation: string) =>
    range(sheet.participantOf.length).filter((row) => sheet.consultation[row] === consultation);
  const given = assumptions.severe[sheet.profession.id];
  const perConsultation = printed.severe.size
    ? printed.severe
    : new Map(Object.entries(given ?? {phone: total(first)}));
  const parts = [...perConsultation].map(([consultation, severe]) => ({
    consultation,
    severe,
    rows: rowsOf(consultation)
  }));
  const all = sum(parts, (part) => part.severe);
  // How many have the second answer, and how many of those have it alone, per consultation.
  const cells = parts.map((part) => ({
    size: part.severe,
    effect: second ? logOdds(effectOn(assumptions, sheet.profession.id, second), part.consultation, false) : 0,
    low: 0,
    high: second ? part.severe : 0
  }));
  const withSecond = spread(second ? total(second) : 0, cells);
  const within = withSecond.map((n) => ({size: n, effect: 0, low: 0, high: n}));
  const secondAlone = spread(second ? all - total(first) : 0, within);
  const scores = new Map(refs.map((ref) => [ref, tendency(context, ref, 0)]));
  const ticks = tune(context, refs, (sd) => {
    const result = new Map(refs.map((ref) => [ref, new Uint8Array(sheet.participantOf.length)]));
    const score = (ref: string) => scores.get(ref)!(sd.get(ref)!);
    parts.forEach(({rows, severe}, i) => {
      const chosen = second ? top(rows, withSecond[i]!, score(second)) : [];
      for (const row of chosen) result.get(second!)![row] = 1;
      const beside = top(chosen, withSecond[i]! - secondAlone[i]!, score(first));
      const others = rows.filter((row) => !second || result.get(second)![row] === 0);
      const alone = top(others, severe - withSecond[i]!, score(first));
      for (const row of [...beside, ...alone]) result.get(first)![row] = 1;
    });
    return result;
  });
  for (const [ref, marks] of ticks) {
    sheet.ticks.set(ref, marks);
    marks.forEach((mark, row) => (sheet.severe[row]! |= mark));
  }
}

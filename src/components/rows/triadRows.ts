import type {TriadPart} from "../../../data-loaders/programme/prevalence.js";
import type {PublishedShare} from "./shareLimits.js";

/** A share that somebody counted: a profession's answer, or a diagnosis group of the registers. */
export interface CountedShare extends PublishedShare {
  /** `question.answer`, or the diagnosis group. */
  ref: string;
  /** Whose it is: a profession's id, or `registers`. */
  by: string;
  label: string;
}

/** A line of the diagnostic triad: a printed range (`by` is `printed`), or a share that was counted. */
export interface TriadRow extends CountedShare {
  /** The id of its part, and what the part is called. */
  in: string;
  part: string;
}

/** Each part of the triad with what is printed, then what the audit's forms and the registers come nearest to. */
export function triadRows(triad: readonly TriadPart[], counted: readonly CountedShare[]): TriadRow[] {
  return triad.flatMap(({id, label: part, printed, answer, diagnoses}) => {
    const sources = printed.map(({label, low, high}, i) => {
      const shown = {
        low: 100 * low,
        high: 100 * high,
        percent: low === high ? 100 * low : null,
        n: null,
        total: null,
        status: "shown" as const
      };
      return {in: id, part, ref: `${id} ${i}`, by: "printed", label, ...shown};
    });
    const refs = [...(answer ? [answer] : []), ...diagnoses];
    return [
      ...sources,
      ...refs.flatMap((ref) => counted.filter((row) => row.ref === ref).map((row) => ({...row, in: id, part})))
    ];
  });
}

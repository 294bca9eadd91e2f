import {count, percent} from "../words/format.js";
import type {Finding} from "./finding.js";
import type {AuditRow, ComparedForm} from "./professionDiffers.js";
import {ofTheUnknown} from "./rules.js";

/** How many of a profession's registrations leave a question open, of each question where that is shown. */
export function unanswered({id, inText}: ComparedForm, rows: readonly AuditRow[]): Finding[] {
  return rows.flatMap(({profession, ref, label, n, total, percent: share}) => {
    if (profession !== id || !ref.endsWith(".missing") || !n || !total || share === null) return [];
    return {
      kind: "unknown",
      subject: ref,
      title: `${label}: ikke udfyldt`,
      sentence: `»${label}« er ikke udfyldt på ${count(n)} af ${count(total)} registreringer hos ${inText} (${percent(share)}): et tomt felt kan betyde nej, og det kan betyde glemt.`,
      people: n,
      total,
      unit: "registreringer",
      evidence: {
        type: "parts",
        parts: [
          {name: "Udfyldt", percent: 100 - share, isMeant: false},
          {name: "Ikke udfyldt", percent: share, isMeant: true}
        ],
        of: "registreringerne"
      },
      ...ofTheUnknown,
      action: {text: "Hvad der mangler i data", address: "metode/datakvalitet"},
      numbers: "audit/tabeller"
    };
  });
}

import type {CaseFacts} from "../../../data-loaders/programme/caseFacts.js";
import {actors, lanes, verdicts, type Verdict} from "../../domain/programme.js";
import type {Column, Row} from "../rows/column.js";

type Case = CaseFacts["cases"][number];

/** When something happened: the day that the source states, or about which day. */
export function when({day, basis}: Case["events"][number]): string {
  const text = day < 0 ? before(-day) : day === 0 ? "dag 0" : `dag ${day}`;
  return basis === "stated" || basis === "from_text" ? text : `ca. ${text}`;
}

function before(days: number): string {
  if (days >= 730) return `${Math.round(days / 365)} år før`;
  return days === 1 ? "1 dag før" : `${days} dage før`;
}

/** The events of a case as a timeline draws them: of several verdicts on one event the gravest shows. */
export function timelineEvents({events, judgements}: Case) {
  const gravest: Verdict[] = ["departs", "undecided", "follows"];
  return events.map(({no, day, sector, text, basis}) => {
    const own = judgements.filter(({step}) => step === no).map(({verdict}) => verdict);
    const verdict = gravest.find((one) => own.includes(one));
    return {no, day, sector, text, stated: basis === "stated" || basis === "from_text", ...(verdict && {verdict})};
  });
}

/** The events of a case as a table. */
export function eventRows(one: Case): Row[] {
  return one.events.map((event) => ({
    no: String(event.no),
    when: when(event),
    lane: lanes[event.sector],
    actor: actors[event.actor],
    text: event.text,
    rules: one.judgements
      .filter(({step}) => step === event.no)
      .map(({rule, verdict}) => `${rule} ${verdicts[verdict].danish}`)
      .join("; ")
  }));
}

export const eventColumns: Column[] = [
  {field: "no", label: "Nr."},
  {field: "when", label: "Tid"},
  {field: "lane", label: "Hvor"},
  {field: "actor", label: "Hvem"},
  {field: "text", label: "Hvad"},
  {field: "rules", label: "Regler", format: (value) => String(value) || "–"}
];

/** The numbers of verdicts as a sentence. */
export function caseSentence({judgements}: Case): string {
  const count = (verdict: Verdict) => judgements.filter((one) => one.verdict === verdict).length;
  const [follows, departs, undecided] = [count("follows"), count("departs"), count("undecided")];
  const parts = [
    `${judgements.length} vurderinger af programmets regler: ${follows} følger`,
    departs === 0 ? "ingen afviger" : `${departs} afviger`,
    ...(undecided > 0 ? [`${undecided} kan ikke afgøres`] : [])
  ];
  return `${parts.slice(0, -1).join(", ")} og ${parts.at(-1)}.`;
}

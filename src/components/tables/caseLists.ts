import type {CaseFacts} from "../../../data-loaders/programme/caseFacts.js";
import {capital} from "../../domain/words.js";
import {actors, lanes, verdicts, type Verdict} from "../../domain/programme.js";
import {when} from "./caseWords.js";
import {element} from "../dom/dom.js";

type Case = CaseFacts["cases"][number];

/** What happened, in order: when, where, by whom, and how the rules judge it. */
export function eventList({no, events, judgements}: Case): HTMLElement {
  const entries = events.map((event) => {
    const place = lanes[event.sector];
    const judged = judgements.filter(({step}) => step === event.no);
    return element(
      "li",
      {id: `case-${no}-${event.no}`},
      element("p", {class: "case-when"}, `${capital(when(event))} · ${place}, ${actors[event.actor]}`),
      element("p", {}, event.text),
      ...judged.map(({rule, verdict, because}) =>
        element(
          "p",
          {class: `case-verdict ${verdict}`},
          element("strong", {}, `${capital(verdicts[verdict].danish)}: `),
          because,
          " ",
          element("a", {href: `#regel-${rule}`}, rule)
        )
      )
    );
  });
  return element("ol", {class: "case-events"}, ...entries);
}

/** The verdicts of each rule on the case, departures first, with links to the events a verdict rests on. */
export function judgementList(one: Case, rules: CaseFacts["rules"]): HTMLElement {
  const gravity: Verdict[] = ["departs", "undecided", "follows"];
  const gravest = (id: string) =>
    Math.min(...one.judgements.filter(({rule}) => rule === id).map(({verdict}) => gravity.indexOf(verdict)));
  const spoken = rules
    .filter(({id}) => one.judgements.some(({rule}) => rule === id))
    .toSorted((a, b) => gravest(a.id) - gravest(b.id));
  return element(
    "ul",
    {class: "case-rules"},
    ...spoken.map(({id, title}) =>
      element(
        "li",
        {id: `regel-${id}`},
        element("p", {}, `${title}. `, element("span", {class: "case-when"}, id)),
        ...one.judgements
          .filter(({rule}) => rule === id)
          .map(({verdict, because, events}) =>
            element(
              "p",
              {class: `case-verdict ${verdict}`},
              element("strong", {}, `${capital(verdicts[verdict].danish)}: `),
              because,
              " ",
              ...eventLinks(one.no, events)
            )
          )
      )
    )
  );
}

function eventLinks(no: number, events: number[]): (Node | string)[] {
  if (events.length === 0) return ["Hele forløbet."];
  const links = events.flatMap((event, i) => [
    i > 0 ? ", " : "",
    element("a", {href: `#case-${no}-${event}`}, String(event))
  ]);
  return [events.length === 1 ? "Hændelse " : "Hændelser ", ...links, "."];
}

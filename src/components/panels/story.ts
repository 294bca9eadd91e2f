import type {CaseFacts} from "../../../data-loaders/programme/caseFacts.js";
import type {StoryStep} from "../../../data-loaders/programme/story.js";
import {lanes, verdicts} from "../../domain/programme.js";
import {capital} from "../../domain/words.js";
import {element} from "../dom/dom.js";
import {siteRoot} from "../dom/siteRoot.js";
import {unbroken} from "../dom/text.js";
import {when} from "../tables/caseWords.js";

const inSeries = new Intl.ListFormat("da-DK");

/** What a story tells, and what opens at each step. */
export interface StoryOptions {
  facts: CaseFacts;
  /** The figure that answers a step's question; null where neither source can. */
  shown: (step: StoryStep, no: number) => HTMLElement | null;
}

/** A case down the page: what happens, beside it what the rules say, and below it how often that happens to others. */
export function story({facts, shown}: StoryOptions): HTMLElement {
  const {story, cases, rules} = facts;
  const told = cases.find(({no}) => no === story.case)!;
  const steps = story.steps.map((step, i) => {
    const events = told.events.filter(({no}) => step.events.includes(no));
    const judged = told.judgements.filter((one) => one.step !== null && step.events.includes(one.step));
    const places = [...new Set(events.map(({sector}) => lanes[sector]))];
    const figure = shown(step, i + 1);
    return element(
      "li",
      {class: "story-step", id: `trin-${i + 1}`},
      element(
        "div",
        {class: "story-told"},
        element("p", {class: "story-when"}, `${capital(when(events[0]!))} · ${inSeries.format(places).toLowerCase()}`),
        element("h2", {}, step.title),
        element("p", {}, step.text)
      ),
      judged.length > 0
        ? element(
            "aside",
            {class: "story-rules", "aria-label": `Reglerne: ${step.title}`},
            ...judged.map(({rule, verdict, because}) =>
              element(
                "p",
                {class: `case-verdict ${verdict}`},
                element("strong", {}, `${verdicts[verdict].label}. `),
                `${rules.find(({id}) => id === rule)!.title}. `,
                element("span", {class: "story-because"}, because, " "),
                element("a", {href: `./cases/${told.no}#regel-${rule}`, "aria-label": `Reglen ${rule}`}, rule)
              )
            )
          )
        : null,
      figure &&
        element(
          "details",
          {class: "story-often"},
          element("summary", {}, ...unbroken(step.asked)),
          figure,
          element("p", {}, "Mere om det: ", element("a", {href: new URL(step.page, siteRoot()).href}, step.more), ".")
        )
    );
  });
  return element("ol", {class: "story"}, ...steps);
}

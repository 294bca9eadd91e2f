import {join} from "node:path";
import * as v from "valibot";
import type {Codebook} from "../ground/codebook.js";
import {readSpec} from "../ground/readYaml.js";
import {Refusal} from "../ground/refusal.js";
import {auditMeasureFault, auditMeasureSpecs} from "./auditMeasure.js";
import type {Case} from "./cases.js";
import {RegisterMeasureSpec, registerMeasureFault} from "./registerMeasure.js";

const StorySpec = v.strictObject({
  case: v.number(),
  audit: v.string(),
  steps: v.array(
    v.strictObject({
      title: v.string(),
      events: v.array(v.number()),
      text: v.string(),
      asked: v.string(),
      answers: v.array(v.union([...auditMeasureSpecs], "answer eller measure med det, der afgrænser")),
      found: v.array(RegisterMeasureSpec),
      more: v.string(),
      page: v.string()
    })
  )
});

/** A step of a patient's course in words, with what measures how often it happens. Texts are Danish. */
export type StoryStep = v.InferOutput<typeof StorySpec>["steps"][number];

/** A case as a story. */
export interface Story {
  case: number;
  steps: StoryStep[];
}

const file = "data/programme/story.yaml";

interface Known {
  codebook: Codebook;
  /** Ids of the registers' indicators. */
  indicators: string[];
  cases: readonly Pick<Case, "no" | "events">[];
}

/**
 * Reads `data/programme/story.yaml`. Beside another audit than the story's own only the registers' measures are left.
 * @throws Refusal naming the step and what is wrong with it: an unknown measure, or events that are not those of the
 * case in their order
 */
export function readStory(root: string, {codebook, indicators, cases}: Known): Story {
  const {case: no, audit, steps} = readSpec(StorySpec, join(root, file), file);
  const told = cases.find((one) => one.no === no);
  if (!told) throw new Refusal(`${file}: case ${no} findes ikke i data/programme/cases.yaml; ret "case".`);
  const events = steps.flatMap((step) => step.events.map((event) => ({event, title: step.title})));
  const wrong = events.find(({event}, i) => event !== told.events[i]?.no);
  if (wrong)
    throw new Refusal(`${file}: »${wrong.title}« har hændelse ${wrong.event}, som ikke er den næste; ret "events".`);
  if (events.length < told.events.length)
    throw new Refusal(`${file}: hændelse ${told.events[events.length]!.no} mangler; skriv den i "events" i et trin.`);
  const isOwn = audit === codebook.id;
  const [answerFault, foundFault] = [auditMeasureFault(codebook), registerMeasureFault(indicators)];
  return {
    case: no,
    steps: steps.map((step) => {
      const answers = isOwn ? step.answers : [];
      const fault = [...answers.map(answerFault), ...step.found.map(foundFault)].find((one) => one !== undefined);
      if (fault) throw new Refusal(`${file}: »${step.title}« ${fault}; ret målet.`);
      return {...step, answers};
    })
  };
}

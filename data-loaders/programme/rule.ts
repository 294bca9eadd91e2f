import type {Verdict} from "../../src/domain/programme.js";
import type {EventType, Pathway, PathwayEvent} from "./pathway.js";

/** What a rule says of one step, or of the whole pathway. */
export interface Judgement {
  verdict: Verdict;
  /** The number of the event that is judged; null for the pathway as a whole. */
  step: number | null;
  /** The numbers of the events that the verdict rests on. */
  events: number[];
  /** One Danish sentence. */
  because: string;
}

/** A rule of the regional programme, or a practice that the case collection shows, as code. */
export interface PathwayRule {
  /** As in `data/published/programme_rules.csv`. */
  id: string;
  /** The rule in plain Danish. */
  title: string;
  /** Without these kinds of event in a source the rule is not asked. */
  needs: EventType[];
  /** No judgement where the rule does not speak to the pathway. */
  judge(pathway: Pathway): Judgement[];
}

/** A verdict on a step, or on the pathway as a whole, the events it rests on, and why. */
type Judge = (step: PathwayEvent | null, events: (PathwayEvent | undefined)[], because: string) => Judgement;

const judged =
  (verdict: Verdict): Judge =>
  (step, events, because) => ({
    verdict,
    step: step?.no ?? null,
    events: events.flatMap((event) => event?.no ?? []),
    because
  });

export const follows = judged("follows");
export const departs = judged("departs");
export const undecided = judged("undecided");

/** The first of several kinds of event that fulfils a condition. */
export function first(
  {events}: Pathway,
  types: EventType | EventType[],
  holds: (event: PathwayEvent) => boolean | undefined = () => true
): PathwayEvent | undefined {
  const wanted = [types].flat();
  return events.find((event) => wanted.includes(event.type) && holds(event));
}

/** Every event of some kinds that fulfils a condition. */
export function all(
  {events}: Pathway,
  types: EventType | EventType[],
  holds: (event: PathwayEvent) => boolean | undefined = () => true
): PathwayEvent[] {
  const wanted = [types].flat();
  return events.filter((event) => wanted.includes(event.type) && holds(event));
}

/** Days in Danish: `1 dag`, `14 dage`. */
export function days(count: number): string {
  return count === 1 ? "1 dag" : `${count} dage`;
}

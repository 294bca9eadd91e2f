import {eventTypes, type Pathway, type PathwayEvent} from "../../../data-loaders/programme/pathway.js";

type Made = Pick<PathwayEvent, "day" | "type"> & Partial<PathwayEvent>;

/** A pathway of a source that records everything; an event without an actor is the own doctor's. */
export function madePathway(events: Made[], given: Partial<Omit<Pathway, "events">> = {}): Pathway {
  return {
    condition: "unspecific",
    workedUpBefore: false,
    records: new Set(eventTypes),
    ...given,
    events: events.map((event, i) => ({no: i + 1, actor: "gp", sector: "primary", ...event}))
  };
}

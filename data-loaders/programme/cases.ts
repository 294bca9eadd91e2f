import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import * as v from "valibot";
import {actors, lanes, type Actor, type Lane} from "../../src/domain/programme.js";
import {readSpec} from "../ground/readYaml.js";
import {Refusal} from "../ground/refusal.js";
import {conditions, eventTypes, signs, type Pathway, type PathwayEvent} from "./pathway.js";

const EventSpec = v.strictObject({
  text: v.string(),
  to: v.optional(
    v.picklist(["extended_examination", "physiotherapist", "chiropractor", "mri", "hospital", "municipality", "acute"])
  ),
  state: v.optional(v.picklist(["better", "unchanged", "worse"])),
  about: v.optional(
    v.array(
      v.picklist(["activity", "work", "course", "warning_signs", "self_management", "rehabilitation", "follow_up"])
    )
  ),
  signs: v.optional(v.array(v.picklist(signs))),
  risk: v.optional(v.picklist(["low", "medium", "high"])),
  recipients: v.optional(v.array(v.picklist(["patient", "gp", "municipality", "employer"]))),
  imaging: v.optional(v.picklist(["explains", "unexplained"])),
  extended: v.optional(v.boolean())
});

const CasesSpec = v.record(
  v.string(),
  v.strictObject({
    title: v.string(),
    person: v.string(),
    condition: v.picklist(conditions),
    conditionDa: v.string(),
    courseDa: v.string(),
    workedUpBefore: v.boolean(),
    events: v.record(v.string(), EventSpec)
  })
);

/** How well the text of a case dates an event. */
export type DayBasis = "stated" | "from_text" | "from_text_approx" | "assumed";

export interface CaseEvent extends PathwayEvent {
  /** In Danish. */
  text: string;
  basis: DayBasis;
}

/** One case of the case collection: six fictive patients. */
export interface Case extends Omit<Pathway, "events"> {
  no: number;
  title: string;
  person: string;
  conditionDa: string;
  courseDa: string;
  events: CaseEvent[];
}

/** A case text can record any kind of event. */
const everything = new Set(eventTypes);

/**
 * Reads the cases: when and by whom from `data/published/cases.csv`, in Danish words and with what the rules need from
 * `data/programme/cases.yaml`.
 * @throws Refusal when the words are not as expected, or an event stands in one of the files only
 */
export function readCases(root: string): Case[] {
  const file = "data/programme/cases.yaml";
  const spec = readSpec(CasesSpec, join(root, file), file);
  const printed = csvParse(readFileSync(join(root, "data/published/cases.csv"), "utf8"));
  return Object.entries(spec).map(([no, {events, ...described}]) => {
    const rows = printed.filter((row) => row.case_no === no);
    const unprinted = Object.keys(events).find((event) => !rows.some((row) => row.event_no === event));
    if (unprinted)
      throw new Refusal(
        `${file}: hændelse ${unprinted} i case ${no} står ikke i data/published/cases.csv; ret nummeret.`
      );
    return {
      no: Number(no),
      ...described,
      records: everything,
      events: rows.map((row) => {
        const words = events[row.event_no!];
        if (!words) throw new Refusal(`${file}: hændelse ${row.event_no} i case ${no} mangler; skriv dens tekst.`);
        return {
          no: Number(row.event_no),
          day: Number(row.day_offset_estimate),
          basis: known(["stated", "from_text", "from_text_approx", "assumed"] as const, row.day_basis!),
          type: known(eventTypes, row.event_type!),
          actor: known(Object.keys(actors) as Actor[], row.actor!),
          sector: known(Object.keys(lanes) as Lane[], row.sector!),
          ...words
        };
      })
    };
  });
}

function known<T extends string>(words: readonly T[], word: string): T {
  const found = words.find((one) => one === word);
  if (!found) throw new Refusal(`data/published/cases.csv: "${word}" kendes ikke; ventet: ${words.join(", ")}.`);
  return found;
}

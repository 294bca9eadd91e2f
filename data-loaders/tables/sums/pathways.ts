import {sequenceSides} from "../../../src/domain/pathways.js";
import type {Row} from "../../engine/session.js";
import {indicator as primaryCareBefore} from "../../indicators/primaryCareBefore.js";
import {indicator as rehabilitation} from "../../indicators/rehabilitationAfterSurgery.js";
import {indicator as repeatedMri} from "../../indicators/repeatedMri.js";
import {indicator as noPriorUse} from "../../indicators/strongAnalgesicNoPriorUse.js";
import {indicator as priorUse} from "../../indicators/strongAnalgesicPriorUse.js";
import {indicator as surgery} from "../../indicators/surgeryWithinAYear.js";
import type {Group, GroupRelation} from "../counted/group.js";
import {contact, ofIndicator, patientsOf} from "./registers.js";

const seen = ["acute", "medicine", "surgery", "private", "other"];

/**
 * Patients with a sequence, or with any of those that have no row of their own and begin in the same
 * specialty: in a region these are more.
 */
export function sequenceGroup(row: Row): Group {
  const {sequence, start_specialty: start} = row as Record<string, string>;
  const patients = patientsOf(row);
  return {...patients, pathway: sequence === "other" ? othersFrom(start!, patients) : sequence!};
}

function othersFrom(start: string, {home}: Group): string {
  return home === undefined ? `others from ${start}` : `others in regions from ${start}`;
}

/**
 * Patients that a rule speaks to, or those of them with a verdict. Rules about operations
 * speak to the operated: the same group as the indicator's.
 */
export function ruleGroup(row: Row, verdict?: string): Group {
  const rule = row.rule_id as string;
  if (verdict) return {...patientsOf(row), [`rule ${rule}`]: verdict};
  return aboutOperated.includes(rule)
    ? ofIndicator(patientsOf(row), surgery.id, "numerator")
    : {...patientsOf(row), [`asked ${rule}`]: "yes"};
}

const aboutOperated = ["PR40", "PR68", "PR69"];

interface Sequence {
  group: Group;
  start: string;
  /** Whether regions have a row for it too. */
  inRegions: boolean;
  before: string[];
  after: string[];
}

/** What holds between the sequences of an area and what other tables count in it. */
export function pathwaySums(rows: Row[]): GroupRelation[] {
  const inRegions = new Set(
    rows.filter((row) => row.area_type === "region").map(({period, sequence}) => `${period} ${sequence}`)
  );
  return byArea(rows.filter((row) => row.status !== "incomplete")).flatMap(({patients, own}) => {
    const others = own.filter((row) => row.sequence === "other").map(sequenceGroup);
    const sequences = own
      .filter((row) => row.sequence !== "other")
      .map(
        (row): Sequence => ({
          group: sequenceGroup(row),
          start: row.start_specialty as string,
          inRegions: inRegions.has(`${row.period} ${row.sequence}`),
          ...sequenceSides(row.sequence as string)
        })
      );
    return [
      sum("forløbene udgør alle", patients, [...sequences.map(({group}) => group), ...others]),
      ...providersOf(patients, sequences, others),
      ...follows(patients, sequences),
      ...(patients.home === undefined ? startsOf(patients, sequences) : [])
    ];
  });
}

/** Those with a chiropractor before are those with such a sequence, and some of the others. */
function providersOf(patients: Group, sequences: Sequence[], others: Group[]): GroupRelation[] {
  const among = (kinds: string): Group => ({...patients, pathway: "others", "others before": kinds});
  const which = ({before}: Sequence) =>
    ["chiropractor", "physiotherapist"].filter((kind) => before.includes(kind)).join(" ") || "neither";
  const groups = (kinds: string) => [
    ...sequences.filter((one) => which(one) === kinds).map(({group}) => group),
    among(kinds)
  ];
  const all = ["chiropractor", "physiotherapist", "chiropractor physiotherapist", "neither"];
  const name = "forløbene med kiropraktor og fysioterapeut er dem, der har været der";
  return [
    sum(name, {...patients, chiropractor: "yes"}, [
      ...groups("chiropractor"),
      ...groups("chiropractor physiotherapist")
    ]),
    sum(name, {...patients, physiotherapist: "yes"}, [
      ...groups("physiotherapist"),
      ...groups("chiropractor physiotherapist")
    ]),
    sum(name, {...patients, chiropractor: "yes", physiotherapist: "yes"}, groups("chiropractor physiotherapist")),
    sum(name, ofIndicator(patients, primaryCareBefore.id, "numerator"), all.slice(0, 3).flatMap(groups)),
    {
      name: "de andre forløb deles efter kiropraktor og fysioterapeut",
      terms: [
        ...others.map((group): [Group, number] => [group, -1]),
        ...all.map((kinds): [Group, number] => [among(kinds), 1])
      ],
      low: 0,
      high: 0
    }
  ];
}

/** A sequence with an operation is of patients that the indicator counts, and so on. */
function follows(patients: Group, sequences: Sequence[]): GroupRelation[] {
  const unknownUse: Group = {...patients, "prior use": "unknown"};
  const of = (holds: (one: Sequence) => boolean) => sequences.filter(holds).map(({group}) => group);
  return [
    atMost(
      "forløb med operation er opererede",
      of(({after}) => after.includes("operation")),
      [[ofIndicator(patients, surgery.id, "numerator"), 1]]
    ),
    atMost(
      "forløb uden operation er ikke opererede",
      of(({after}) => !after.includes("operation")),
      [[ofIndicator(patients, surgery.id, "rest"), 1]]
    ),
    atMost(
      "forløb uden MR-skanning er ikke skannede",
      of(({after}) => !after.includes("mri")),
      [
        [patients, 1],
        [ofIndicator(patients, repeatedMri.id, "in"), -1]
      ]
    ),
    atMost(
      "forløb uden medicin før er uden tidligere brug",
      of(({before}) => !before.includes("analgesic")),
      [
        [ofIndicator(patients, noPriorUse.id, "in"), 1],
        [unknownUse, 1]
      ]
    ),
    atMost(
      "forløb uden medicin efter er uden brug efter",
      of(({after}) => !after.includes("analgesic")),
      [
        [ofIndicator(patients, noPriorUse.id, "numerator"), 1],
        [ofIndicator(patients, priorUse.id, "numerator"), 1],
        [unknownUse, 1]
      ]
    )
  ];
}

/** In the whole country: who begins where, and who goes on to where. */
function startsOf(patients: Group, sequences: Sequence[]): GroupRelation[] {
  return seen.flatMap((start) => {
    const begun: Group = {...patients, [contact(1)]: start};
    const onward = (to: string): [Group, number] => [{...begun, [contact(2)]: to}, 1];
    const own = sequences.filter((one) => one.start === start);
    const others: Group = {...patients, pathway: othersFrom(start, patients)};
    const next = ({after}: Sequence) => after.slice(1).find((kind) => seen.includes(kind)) ?? "ended";
    return [
      sum("forløbene med samme begyndelse udgør dem, der begyndte der", begun, [
        ...own.map(({group}) => group),
        others
      ]),
      sum("forløb, regionerne ikke fortæller hver for sig", {...patients, pathway: othersFrom(start, {home: "any"})}, [
        ...own.filter((one) => !one.inRegions).map(({group}) => group),
        others
      ]),
      ...[...new Set(own.map(next))].map((to) =>
        atMost(
          "forløb, der går videre til et speciale, gør det ved anden kontakt eller senere",
          own.filter((one) => next(one) === to).map(({group}) => group),
          [onward(start), onward(to)]
        )
      )
    ];
  });
}

/** What holds between the verdicts on rules and what other tables count in an area. */
export function ruleCheckSums(rows: Row[]): GroupRelation[] {
  return byArea(rows.filter((row) => row.status !== "incomplete")).flatMap(({patients, own}) => {
    const rule = (rule_id: string) => own.find((row) => row.rule_id === rule_id)!;
    const planned = (verdict: string, part: "numerator" | "rest") =>
      sum("dem med genoptræningsplan er indikatorens, eller ikke fulgt længe nok", ruleGroup(rule("PR69"), verdict), [
        ofIndicator(patients, rehabilitation.id, part),
        {...patients, "rule PR69": verdict, "followed after surgery": "no"}
      ]);
    return [
      ...[...new Set(own.map((row) => row.rule_id as string))].map((id) =>
        sum(
          "vurderingerne udgør dem, reglen handler om",
          ruleGroup(rule(id)),
          own.filter((row) => row.rule_id === id).map((row) => ruleGroup(row, row.verdict as string))
        )
      ),
      sum("dem, reglen handler om, og andre udgør alle", ofIndicator(patients, surgery.id, "in"), [
        ruleGroup(rule("PR39")),
        {...patients, "asked PR39": "no"}
      ]),
      sum("opererede er uspecifikke eller andre", ofIndicator(patients, surgery.id, "numerator"), [
        ruleGroup(rule("PR39"), "departs"),
        {...patients, "asked PR39": "no", operated: "yes"}
      ]),
      planned("follows", "numerator"),
      planned("departs", "rest")
    ];
  });
}

function byArea(rows: Row[]): {patients: Group; own: Row[]}[] {
  const areas = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.period} ${row.area_type} ${row.area_id}`;
    const own = areas.get(key);
    if (own) own.push(row);
    else areas.set(key, [row]);
  }
  return [...areas.values()].map((own) => ({patients: patientsOf(own[0]!), own}));
}

function sum(name: string, whole: Group, parts: Group[]): GroupRelation {
  return {name, terms: [[whole, -1], ...parts.map((part): [Group, number] => [part, 1])], low: 0, high: 0};
}

function atMost(name: string, parts: Group[], whole: [Group, number][]): GroupRelation {
  return {name, terms: [...whole, ...parts.map((part): [Group, number] => [part, -1])], low: 0, high: Infinity};
}

import {christiansoe} from "../../../src/domain/areas.js";
import type {Codelists} from "../../ground/codelists.js";
import type {Row} from "../../engine/session.js";
import {indicator as labourMarketRetention} from "../../indicators/labourMarketRetention.js";
import {indicator as primaryCareBefore} from "../../indicators/primaryCareBefore.js";
import {indicator as noPriorUse} from "../../indicators/strongAnalgesicNoPriorUse.js";
import {indicator as priorUse} from "../../indicators/strongAnalgesicPriorUse.js";
import {indicator as surgery} from "../../indicators/surgeryWithinAYear.js";
import type {Period} from "../../ground/parameters.js";
import {where, without, type Classification, type Group, type GroupRelation, type Sums} from "../counted/group.js";

const specialties = ["acute", "medicine", "surgery", "other"];
const unknownRegion = "unknown region";

/** Patients of a row: its period and where they live or were seen. */
export function patientsOf(row: Row): Group {
  const hospital = row.hospital_region as string | undefined;
  return where(
    {period: String(row.period)},
    {
      home: homeOf(row),
      hospital: hospital === "all" || hospital === "country" ? undefined : hospital
    }
  );
}

/** Indicators whose denominator is every patient. */
export const asksEverybody: ReadonlySet<string> = new Set([primaryCareBefore.id, surgery.id]);

/** Patients of an indicator: those it is about, those it counts, or those it does not. */
export function ofIndicator(group: Group, id: string, part: "in" | "numerator" | "rest"): Group {
  if (asksEverybody.has(id) && part === "in") return group;
  return where(group, {[`indicator ${id}`]: part});
}

/** Whether tables by residence have a place for a group: not for those of a region whose municipality is unknown. */
export function isPrintedHome({home}: Group): boolean {
  return !home?.startsWith("unknown in ");
}

/** Whether the first contact was with a spine centre. */
export const spineCentre = "spine centre";

/** The specialty of the n-th contact of a course. */
export const contact = (n: number): string => `contact ${n}`;

function homeOf({area_type, area_id}: Row): string | undefined {
  if (area_type === undefined || area_type === "country") return undefined;
  return area_id === "unknown" ? unknownRegion : String(area_id);
}

/**
 * Which sums hold between patients. @param regions hospital regions that have patients, besides `private` and `unknown`
 */
export function registerSums(
  {municipalities, regions, back_diagnoses, conditions}: Codelists,
  periods: Period[],
  indicators: string[]
): Sums {
  const during = (list: {valid_from: string; valid_to: string}[], {period}: Group) => {
    const of = periods.find(({id}) => id === period);
    return (row: (typeof list)[number]) =>
      !of || ((row.valid_from || "0") <= of.to && (row.valid_to || "9") >= of.from);
  };
  const regionsIn = (group: Group) => regions.filter(during(regions, group)).map(({code}) => code);
  const municipalitiesIn = (group: Group) =>
    municipalities.filter(({code}) => code !== christiansoe.code).filter(during(municipalities, group));
  const regionOf = (code: string, group: Group) => municipalitiesIn(group).find((m) => m.code === code)?.region;
  const unknownIn = (region: string) => `unknown in ${region}`;
  const diagnoses = [...new Set(back_diagnoses.map(({diagnosis_group}) => diagnosis_group))];
  const unspecific = conditions.filter(({condition}) => condition === "unspecific").map(({prefix}) => prefix);
  const unspecificIsDM54 = back_diagnoses
    .filter(({prefix}) => unspecific.some((one) => one.startsWith(prefix) || prefix.startsWith(one)))
    .every(({diagnosis_group}) => diagnosis_group === "DM54");
  const fixed = (name: string, dimension: string, parts: string[], whole?: (rest: Group) => Group): Classification => ({
    name,
    dimension,
    parts: () => parts,
    whole
  });
  const notCounted = (id: string) => (rest: Group) => ofIndicator(rest, id, "rest");
  const classifications: Classification[] = [
    {
      name: "kommunerne udgør regionen, og regionerne landet",
      dimension: "home",
      parts: (rest, of) =>
        of === undefined
          ? [...regionsIn(rest), unknownRegion]
          : [
              ...municipalitiesIn(rest)
                .filter(({region}) => region === of)
                .map(({code}) => code),
              unknownIn(of)
            ],
      parent: (value, rest) =>
        value.startsWith("unknown in ") ? value.slice("unknown in ".length) : regionOf(value, rest)
    },
    {
      name: "hospitalsregionerne udgør landet",
      dimension: "hospital",
      parts: (rest) => [...regionsIn(rest), "private", "unknown"]
    },
    fixed("kontakter, hvor det kendes, og andre udgør alle", "residence of contact", ["yes", "no"]),
    fixed("kontakter, hvor det kendes, og andre udgør alle", "department of contact", ["yes", "no"]),
    fixed("diagnosegrupperne udgør alle", "diagnosis", diagnoses),
    fixed("rygcentre og andre afdelinger udgør alle", spineCentre, ["yes", "no"]),
    fixed("kønnene udgør alle", "sex", ["female", "male", "unknown"]),
    fixed("rygsøjlens dele udgør alle", "site", ["neck", "back", "unspecified"]),
    fixed("gifte og andre udgør alle", "married", ["yes", "no"]),
    fixed("kiropraktor: ja og nej udgør alle", "chiropractor", ["yes", "no"]),
    fixed("fysioterapeut: ja og nej udgør alle", "physiotherapist", ["yes", "no"]),
    fixed(
      "udfaldene udgør dem, der ikke længere er i fuld beskæftigelse",
      "outcome",
      ["reduced_hours", "public_benefit", "other"],
      notCounted(labourMarketRetention.id)
    ),
    ...indicators.flatMap((id): Classification[] => [
      {
        name: "tæller og resten udgør nævneren, og nævneren og andre alle patienter",
        dimension: `indicator ${id}`,
        parts: (_, of) => (of === "in" ? ["numerator", "rest"] : ["in", "out"]),
        parent: (value) => (value === "numerator" || value === "rest" ? "in" : undefined)
      },
      fixed(
        "lægemiddeltyperne udgør dem, der indløser",
        `after ${id}`,
        ["neuropathic", "opioid", "both"],
        notCounted(id)
      ),
      fixed(
        "lægemiddeltyperne udgør indikatorens patienter",
        `before ${id}`,
        ["neuropathic", "opioid", "both"],
        (rest) => ofIndicator(rest, id, "in")
      ),
      fixed("aldersgrænsen deler alle", `ages of ${id}`, ["yes", "no"]),
      fixed("sektorerne udgør dem, der indløser", `sector ${id}`, ["primary", "secondary", "unknown"], notCounted(id))
    ]),
    ...Array.from({length: 12}, (_, i) => contactOf(i + 1))
  ];
  return {
    classifications,
    others: (group) => [...othersOf(group), ...(unspecificIsDM54 ? unspecificOf(group) : [])],
    // A hospital is known to be private by its department.
    isEmpty: (group) =>
      [...asksEverybody].some((id) => group[`indicator ${id}`] === "out") ||
      (group.hospital === "private" && group["department of contact"] === "no"),
    // Nearly everybody with a region has a municipality, which ties the regions together for next to nothing.
    isKnownWhenEmpty: ({home}) => home?.startsWith("unknown in ") === true,
    // Who lives in no known municipality is counted nowhere but in the region, and forces nothing to be hidden.
    isExempt: ({home}) => home?.startsWith("unknown in ") === true
  };
}

/** A course's contacts: one that ended has no further contact, and whoever has a contact had those before it. */
function contactOf(n: number): Classification {
  const seen = [...specialties, "private"];
  return {
    name: `specialerne udgør alle (kontakt ${n})`,
    dimension: contact(n),
    parts: (rest, of) => {
      if (of === "public") return specialties;
      if (n === 1) return coarse(rest) ? ["public", "private"] : seen;
      const onward = contact(n + 1) in rest;
      const after = n === 2 || (contact(n - 1) in rest && rest[contact(n - 1)] !== "ended");
      if (onward) return seen;
      return after ? [...seen, "ended"] : undefined;
    },
    parent: (value, rest) => (n === 1 && coarse(rest) && specialties.includes(value) ? "public" : undefined)
  };
}

/** Sex and indicators are published of public and private hospitals only. */
function coarse(rest: Group): boolean {
  return Object.keys(rest).every(
    (dimension) => dimension === "period" || dimension === "sex" || dimension.startsWith("indicator ")
  );
}

function othersOf(group: Group): GroupRelation[] {
  const relations: GroupRelation[] = [];
  const equation = (name: string, terms: [Group, number][]) => relations.push({name, terms, low: 0, high: 0});
  if (group.chiropractor === "yes" && group.physiotherapist === "yes") {
    const rest = without(without(group, "chiropractor"), "physiotherapist");
    equation("kiropraktor + fysioterapeut − begge = mindst en af dem", [
      [{...rest, chiropractor: "yes"}, 1],
      [{...rest, physiotherapist: "yes"}, 1],
      [group, -1],
      [ofIndicator(rest, primaryCareBefore.id, "numerator"), -1]
    ]);
  }
  if (group["left out"] === "prevalent") {
    const period = without(group, "left out");
    const reasons = ["prevalent", "unknown_age", "minor"].map((reason): [Group, number] => [
      {...period, "left out": reason},
      1
    ]);
    equation("medtagne og udeladte udgør alle, der er set", [
      [{...period, "seen in period": "yes"}, -1],
      [period, 1],
      ...reasons
    ]);
  }
  // Private hospitals are a region and a specialty at once.
  if (group.hospital === "private" && Object.keys(group).some((dimension) => dimension.startsWith("indicator ")))
    equation("privathospitalerne som region og som speciale er de samme", [
      [group, 1],
      [{...without(group, "hospital"), [contact(1)]: "private"}, -1]
    ]);
  const prior = `indicator ${priorUse.id}`;
  if (group[prior] === "in" && Object.keys(group).length <= 3) {
    const rest = without(group, prior);
    if (Object.keys(rest).every((dimension) => ["period", "home", "hospital"].includes(dimension)))
      equation("tidligere brug, ingen tidligere brug og ingen af delene udgør alle", [
        [rest, -1],
        [group, 1],
        [ofIndicator(rest, noPriorUse.id, "in"), 1],
        [{...rest, "prior use": "unknown"}, 1]
      ]);
  }
  return relations;
}

/** Of those with an unspecific diagnosis at the first contact, some get a specific one later. */
function unspecificOf(group: Group): GroupRelation[] {
  if (group["asked PR39"] !== "yes" || group.home !== undefined) return [];
  const {period} = group as {period: string};
  const terms: [Group, number][] = [
    [ofIndicator({period, diagnosis: "DM54"}, surgery.id, "in"), -1],
    [group, 1],
    [{period, diagnosis: "DM54", "asked PR39": "no"}, 1]
  ];
  return [{name: "de uspecifikke og andre med diagnosen DM54 udgør alle med den", terms, low: 0, high: 0}];
}

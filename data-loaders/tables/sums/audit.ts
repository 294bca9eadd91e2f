import {group, sum} from "d3-array";
import type {Row} from "../../engine/session.js";
import {asksAll, type Codebook, type Profession, type Question} from "../../ground/codebook.js";
import {participantOf} from "../table.js";
import {where, type Classification, type Group, type GroupRelation, type Sums} from "../counted/group.js";
import {contradictsSevere, measureGroup, referredGroup, sumsOfAnswers} from "./answers.js";

/** Whether there is a row of answers wherever somebody gave one: of forms together, of what all of them ask. */
export function coversAnswers(codebook: Codebook): (group: Group) => boolean {
  return (group) => {
    const answered = Object.keys(group).filter(
      (dimension) => !["round", "profession", "consultation", "severe"].includes(dimension)
    );
    if (
      group.region !== undefined ||
      answered.length > 1 ||
      Object.values(group).includes("no") ||
      answered.some((dimension) => dimension.startsWith("measure ") || dimension === "age")
    )
      return false;
    const forms = codebook.professions.filter((form) =>
      group.profession ? form.id === group.profession : !form.telephoneOf
    );
    return (
      group.round !== undefined &&
      forms.every((form) => asked(form, group)) &&
      !forms.some((form) => form.telephoneOf && group.consultation)
    );
  };
}

/** The same by region: of each form, the answers to questions that another form has too. */
export function coversRegions({professions, regions}: Codebook): (group: Group) => boolean {
  const forms = professions.filter((form) => !form.telephoneOf);
  return ({round, profession, region, ...answered}) => {
    const about = Object.entries(answered);
    const form = forms.find(({id}) => id === profession);
    if (!form || round === undefined || !regions.some(({id}) => id === region) || about.length > 1) return false;
    const [question] = about.map(([dimension]) => dimension.split(".")[0]);
    const isShared =
      question === undefined ||
      forms.some((other) => other !== form && other.questions.some(({id}) => id === question));
    return isShared && !Object.values(answered).includes("no") && asked(form, answered as Group);
  };
}

/** The registrations of a row: round, region, profession, consultation and patient group. */
export function registrationsOf(row: {
  round?: unknown;
  participant_region?: unknown;
  profession?: unknown;
  consultation?: unknown;
  patient_group?: unknown;
}): Group {
  const given = (value: unknown) => (value === undefined || value === "all" ? undefined : String(value));
  return where(
    {},
    {
      round: given(row.round),
      region: given(row.participant_region),
      profession: given(row.profession),
      consultation: given(row.consultation),
      severe: row.patient_group === "severe" ? "yes" : undefined
    }
  );
}

/** Which sums hold between registrations of an audit. */
export function auditSums(codebook: Codebook, {protectMissing}: {protectMissing: boolean}): Sums {
  const pooled = codebook.professions.filter((form) => !form.telephoneOf);
  const questions = [
    ...new Map(codebook.professions.flatMap((form) => form.questions.map((q) => [q.id, q] as const))).values()
  ];
  const formsOf = ({profession}: Group): Profession[] =>
    profession ? codebook.professions.filter((form) => form.id === profession) : pooled;
  const isTelephone = ({profession}: Group) =>
    codebook.professions.some((form) => form.id === profession && form.telephoneOf);
  const isEmpty = (group: Group) => contradictsSevere(codebook.severe?.anyOf ?? [], formsOf(group), group);
  const classifications: Classification[] = [
    {
      name: "faggrupperne udgør alle",
      dimension: "profession",
      parts: (rest) => (pooled.every((form) => asked(form, rest)) ? pooled.map((form) => form.id) : undefined)
    },
    {
      name: "regionerne og ukendt region udgør alle",
      dimension: "region",
      parts: () => [...codebook.regions.map(({id}) => id), "unknown"]
    },
    {
      name: "første og senere konsultationer udgør alle",
      dimension: "consultation",
      parts: (rest) => (isTelephone(rest) ? undefined : ["first", "later"])
    },
    {name: "svært påvirkede og andre udgør alle", dimension: "severe", parts: () => ["yes", "no"]},
    ...questions
      .filter(({type}) => type === "single")
      .map(
        (question): Classification => ({
          name: `svarene på ${question.id} udgør alle`,
          dimension: question.id,
          parts: (rest) => answersOf(formsOf(rest), question)
        })
      ),
    {
      name: "kvinder og mænd udgør dem med kendt køn",
      dimension: "sex",
      parts: (_, of) => (of === "known" ? ["female", "male"] : undefined),
      parent: (sex, rest) => (rest.age !== undefined && sex !== "known" ? "known" : undefined)
    },
    ...ticksOf(codebook).map(
      (tick): Classification => ({name: `${tick}: ja og nej udgør alle`, dimension: tick, parts: () => ["yes", "no"]})
    ),
    ...codebook.measures.map(
      ({id}): Classification => ({
        name: `${id}: ja og nej udgør alle`,
        dimension: `measure ${id}`,
        parts: () => ["yes", "no"]
      })
    ),
    {
      name: "aldersgrupperne udgør alle",
      dimension: "age",
      parts: (_, of) =>
        of === "known"
          ? ["17", "18-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80+"]
          : protectMissing
            ? ["known", "missing"]
            : undefined,
      parent: (band) => (band === "known" || band === "missing" ? undefined : "known")
    }
  ];
  return {
    classifications,
    others: (group) => sumsOfAnswers(codebook, formsOf(group), group, isEmpty),
    isEmpty,
    isExempt: (group) => !protectMissing && saysOnlyMissing(group)
  };
}

/** Every answer that may be ticked beside others, and "not filled in", of every form. */
function ticksOf({professions}: Codebook): string[] {
  const multiple = professions.flatMap((form) => form.questions).filter(({type}) => type === "multi");
  return [...new Set(multiple.flatMap(({id, answers}) => [...answers.map((a) => `${id}.${a.id}`), `${id}.missing`]))];
}

/** Whether a form asks everything that a group is about. */
function asked(form: Profession, group: Group): boolean {
  return Object.keys(group).every((dimension) => {
    const [question, answer] = dimension.split(".");
    const own = form.questions.find((q) => q.id === question);
    if (["round", "region", "consultation", "severe", "age"].includes(dimension) || dimension.startsWith("measure "))
      return true;
    if (!own) return false;
    if (answer === undefined)
      return group[dimension] === "missing" || own.answers.some((a) => a.id === group[dimension]);
    return answer === "missing" || own.answers.some((a) => a.id === answer);
  });
}

/** Every answer to a single-choice question; of several forms, those that all have, and the rest as one. */
function answersOf(forms: Profession[], {id}: Question): string[] | undefined {
  const lists = forms.map((form) => form.questions.find((q) => q.id === id)?.answers.map((a) => a.id));
  if (lists.some((list) => list === undefined)) return undefined;
  const [first, ...others] = lists as string[][];
  const shared = first!.filter((answer) => others.every((list) => list.includes(answer)));
  const more = lists.some((list) => list!.length > shared.length);
  return [...shared, "missing", ...(more ? ["another"] : [])];
}

/** A question that was not answered says nothing of a person. */
function saysOnlyMissing({round, region, profession, consultation, severe, ...answers}: Group): boolean {
  const about = Object.entries(answers);
  return (
    about.length === 1 && about.every(([dimension, value]) => value === "missing" || dimension.endsWith(".missing"))
  );
}

/** Ages lie within their bands, so that a mean age with one decimal bounds how many there are in each. */
export function agesMean(known: Group, mean: number | null): GroupRelation[] {
  if (mean === null || known.profession === undefined) return [];
  const bands: [string, number, number][] = [
    ["17", 17, 17],
    ...[18, 30, 40, 50, 60, 70].map((from): [string, number, number] => {
      const to = from === 18 ? 29 : from + 9;
      return [`${from}-${to}`, from, to];
    }),
    ["80+", 80, 110]
  ];
  const {age: _, ...ofSex} = known;
  const terms = (end: 1 | 2): [Group, number][] => bands.map((band) => [{...ofSex, age: band[0]}, band[end]]);
  return [
    {
      name: "middelalderen er mindst båndenes nedre grænser",
      terms: [...terms(1), [known, -mean - 0.05]],
      low: -Infinity,
      high: 0,
      revealedBy: [known]
    },
    {
      name: "middelalderen er højst båndenes øvre grænser",
      terms: [...terms(2), [known, -mean + 0.05]],
      low: 0,
      high: Infinity,
      revealedBy: [known]
    }
  ];
}

/**
 * Every bar is taken to be known as a count, and every participant's registrations: these
 * make up the profession's, and a composite is at least the largest, and at most the sum, of
 * its answers for each participant, which says more than for all together.
 */
export function barsKnown(codebook: Codebook, rows: Row[]): GroupRelation[] {
  const isSolo = (row: Row) => row.measure === "registrations" && row.status === "hidden";
  return [
    ...group(
      rows,
      (row) => row.round,
      (row) => row.profession as string
    )
  ].flatMap(([round, professions]) =>
    [...professions].flatMap(([profession, own]) => {
      const form = codebook.professions.find(({id}) => id === profession)!;
      const participants = [...group(own, participantOf)].map(
        ([, bars]) => new Map(bars.map((row) => [row.measure as string, row]))
      );
      const hidden = own.filter(isSolo).length;
      const all = registrationsOf({round, profession});
      const registered = own.filter((row) => row.measure === "registrations");
      // Where not even the profession's number is shown, its participants are not.
      if (registered.some((row) => row.status === "hidden_secondary")) return [];
      const known = sum(registered, (row) => (isSolo(row) ? 0 : Number(row.total)));
      const totals: GroupRelation = {
        name: "deltagernes registreringer udgør faggruppens",
        terms: [[all, 1]],
        low: known + hidden,
        high: known + 2 * hidden,
        revealedBy: [all]
      };
      const composites = codebook.measures
        .filter(({anyOf}) => form.variation && asksAll(form, anyOf))
        .map(({id, anyOf}): GroupRelation => {
          const shown = participants.filter((bars) => !isSolo(bars.get("registrations")!));
          const counts = shown.map((bars) => ({
            parts: anyOf.map((ref) => Number(bars.get(ref)?.n ?? 0)),
            total: Number(bars.get(id)?.total ?? 0)
          }));
          const low = sum(counts, ({parts}) => Math.max(...parts));
          const high = sum(counts, ({parts, total}) => Math.min(total, sum(parts))) + 2 * hidden;
          const given = anyOf.filter((_, part) => counts.some(({parts}) => parts[part]! > 0));
          return {
            name: `søjlerne i variationsdiagrammet (${id})`,
            terms: [[measureGroup(all, id), 1]],
            low,
            high,
            revealedBy: given.map((ref) => referredGroup(all, codebook, ref))
          };
        });
      return [totals, ...composites];
    })
  );
}

import {asksAll, type Answer, type Codebook, type Profession} from "../../ground/codebook.js";
import {where, without, type Group, type GroupRelation, type Sums} from "../counted/group.js";

/** What a group of registrations is about, besides who registered them: {earlier_care.mri: "yes"}, {sex: "female"}. */
export function answerGroup(group: Group, codebook: Codebook, questionId: string, answerId: string): Group {
  const single = codebook.professions.some((form) =>
    form.questions.some((q) => q.id === questionId && q.type === "single")
  );
  return where(group, single ? {[questionId]: answerId} : {[`${questionId}.${answerId}`]: "yes"});
}

/** Registrations with a composite. Being severely affected is the patient group of that name. */
export function measureGroup(group: Group, measure: string): Group {
  return where(group, measure === "severe" ? {severe: "yes"} : {[`measure ${measure}`]: "yes"});
}

/** Registrations with an answer written as `question.answer`, or with a composite. */
export function referredGroup(group: Group, codebook: Codebook, ref: string): Group {
  const [question, answer] = ref.split(".");
  return answer === undefined ? measureGroup(group, ref) : answerGroup(group, codebook, question!, answer);
}

/** Nobody who gave one of the answers is not severely affected, and nobody is whose answers rule each of them out. */
export function contradictsSevere(severe: string[], forms: Profession[], group: Group): boolean {
  if (group.severe === "no") return severe.some((ref) => has(group, ref));
  if (group.severe !== "yes") return false;
  return forms.every((form) =>
    severe.filter((ref) => asksAll(form, [ref])).every((ref) => isRuledOut(form, group, ref))
  );
}

/** Whether a group is of those who gave an answer, written as `question.answer`. */
function has(group: Group, ref: string): boolean {
  const [question, answer] = ref.split(".");
  return group[ref] === "yes" || group[question!] === answer;
}

/**
 * Whether an answer cannot have been given beside those of a group: another to a single
 * choice, none of these, or nothing at all.
 */
function isRuledOut(form: Profession, group: Group, ref: string): boolean {
  const [id, answer] = ref.split(".");
  const {type, answers} = form.questions.find((q) => q.id === id)!;
  if (type === "single") return group[id!] !== undefined && group[id!] !== answer;
  const alone = answers.filter((a) => a.excludesOthers && a.id !== answer).map((a) => a.id);
  return [...alone, "missing"].some((other) => group[`${id}.${other}`] === "yes");
}

/**
 * Several answers may be ticked, but a block is filled in when something is, "none of these"
 * stands alone, and a composite is any of its answers.
 */
export function sumsOfAnswers(
  codebook: Codebook,
  forms: Profession[],
  group: Group,
  isEmpty: Sums["isEmpty"]
): GroupRelation[] {
  const ticked = Object.keys(group).find((dimension) => dimension.includes(".") || dimension.startsWith("measure "));
  if (!ticked || group[ticked] !== "yes") return [];
  const all = without(group, ticked);
  // Those who are not severely affected have no row of their own, but fewer answers.
  const groups = codebook.severe && all.severe === undefined ? [all, {...all, severe: "no"}] : [all];
  if (ticked.startsWith("measure "))
    return [
      ...compositeLimits(codebook, ticked, all),
      ...groups.flatMap((of) => compositeSums(codebook, forms, ticked, of, isEmpty))
    ];
  const id = ticked.split(".")[0]!;
  const yes = (answer: string): Group => ({...all, [`${id}.${answer}`]: "yes"});
  const shared = sharedAnswers(forms, id);
  const complete = isComplete(forms, id);
  const answer = ticked.split(".")[1]!;
  const none = shared.find((a) => a.excludesOthers);
  const alone: [Group, number][] = none && answer !== none.id && answer !== "missing" ? [[yes(none.id), 1]] : [];
  return [
    ...(answer === "missing"
      ? []
      : [
          {
            name: `${ticked} udelukker uoplyst`,
            terms: [[yes(answer), 1], ...alone, [yes("missing"), 1], [all, -1]] as [Group, number][],
            low: -Infinity,
            high: 0
          }
        ]),
    ...(complete
      ? [
          {
            name: `et udfyldt spørgsmål har mindst ét svar (${id})`,
            terms: [...shared.map((a): [Group, number] => [yes(a.id), 1]), [yes("missing"), 1], [all, -1]] as [
              Group,
              number
            ][],
            low: 0,
            high: Infinity
          }
        ]
      : []),
    ...groups.flatMap((of) => blockSum(forms, id, of, isEmpty))
  ];
}

/** Answers that every one of the forms has to a question. */
function sharedAnswers(forms: Profession[], id: string): Answer[] {
  const questions = forms.map((form) => form.questions.find((q) => q.id === id));
  return (
    questions[0]?.answers.filter((a) => questions.every((q) => q?.answers.some((other) => other.id === a.id))) ?? []
  );
}

/** Whether the forms have the same answers to a question. */
function isComplete(forms: Profession[], id: string): boolean {
  return forms.every(
    (form) => form.questions.find((q) => q.id === id)?.answers.length === sharedAnswers(forms, id).length
  );
}

/** Where but one answer to a question can be ticked beside nothing, the answers make up all. */
function blockSum(forms: Profession[], id: string, all: Group, isEmpty: Sums["isEmpty"]): GroupRelation[] {
  const yes = (answer: string): Group => ({...all, [`${id}.${answer}`]: "yes"});
  const possible = sharedAnswers(forms, id).filter((a) => !isEmpty(yes(a.id)));
  if (!isComplete(forms, id) || possible.filter((a) => !a.excludesOthers).length > 1) return [];
  const terms = [...possible.map(({id: answer}) => answer), "missing"].map((answer): [Group, number] => [
    yes(answer),
    1
  ]);
  return [{name: `svarene på ${id} udelukker hinanden`, terms: [...terms, [all, -1]], low: 0, high: 0}];
}

/**
 * A composite of answers that rule each other out is their sum, and one of all answers that a
 * block can have is all but the rest of it.
 */
function compositeSums(
  codebook: Codebook,
  forms: Profession[],
  dimension: string,
  all: Group,
  isEmpty: Sums["isEmpty"]
): GroupRelation[] {
  const {anyOf} = codebook.measures.find(({id}) => `measure ${id}` === dimension)!;
  if (!forms.every((form) => asksAll(form, anyOf))) return [];
  const any: Group = {...all, [dimension]: "yes"};
  const given = (ref: string) => referredGroup(all, codebook, ref);
  const possible = anyOf.filter((ref) => !isEmpty(given(ref)));
  const relations: GroupRelation[] = [];
  if (
    possible.every((ref, i) =>
      possible
        .slice(i + 1)
        .every((other) => isRuledOut(forms[0]!, given(ref), other) || isRuledOut(forms[0]!, given(other), ref))
    )
  )
    relations.push({
      name: `${dimension} er summen af sine svar`,
      terms: [[any, -1], ...possible.map((ref): [Group, number] => [given(ref), 1])],
      low: 0,
      high: 0
    });
  const ids = [...new Set(anyOf.map((ref) => ref.split(".")[0]!))];
  const [id] = ids;
  const rest = sharedAnswers(forms, id!)
    .map((a) => ({...a, ref: `${id}.${a.id}`}))
    .filter(({ref}) => !anyOf.includes(ref) && !isEmpty(given(ref)));
  const isMultiple = forms[0]!.questions.some((q) => q.id === id && q.type === "multi");
  if (isMultiple && ids.length === 1 && isComplete(forms, id!) && rest.every(({excludesOthers}) => excludesOthers))
    relations.push({
      name: `${dimension} er alle andre svar`,
      terms: [
        [any, 1],
        ...rest.map(({ref}): [Group, number] => [given(ref), 1]),
        [{...all, [`${id}.missing`]: "yes"}, 1],
        [all, -1]
      ],
      low: 0,
      high: 0
    });
  return relations;
}

/** A composite is at most the sum of its answers, and at least each of them. */
function compositeLimits(codebook: Codebook, dimension: string, all: Group): GroupRelation[] {
  const {measures, professions} = codebook;
  const {anyOf} = measures.find(({id}) => `measure ${id}` === dimension)!;
  if (!professions.some((form) => asksAll(form, anyOf))) return [];
  const part = (ref: string) => referredGroup(all, codebook, ref);
  const any: Group = {...all, [dimension]: "yes"};
  return [
    {
      name: `${dimension} er højst summen af sine svar`,
      terms: [[any, -1], ...anyOf.map((ref): [Group, number] => [part(ref), 1])],
      low: 0,
      high: Infinity
    },
    ...anyOf.map(
      (ref): GroupRelation => ({
        name: `${dimension} er mindst ${ref}`,
        terms: [
          [any, 1],
          [part(ref), -1]
        ],
        low: 0,
        high: Infinity
      })
    )
  ];
}

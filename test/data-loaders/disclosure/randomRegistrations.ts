import {answerColumns, type Codebook, type Profession, type Question} from "../../../data-loaders/ground/codebook.js";
import {name, text, type Session} from "../../../data-loaders/engine/session.js";

/**
 * Leaves registrations in the session as the audit's source does: of every form so many, in turn in each of so many
 * rounds and by each of so many participants, where whatever the rules allow comes about as often as anything else.
 */
export async function createRandomRegistrations(
  session: Session,
  codebook: Codebook,
  {rounds, each, perForm = 1}: {rounds: number; each: number; perForm?: number}
): Promise<void> {
  const selects = codebook.professions.map((form) => {
    const sex: Question = {
      id: "sex",
      label: "",
      block: "sex",
      type: "single",
      answers: ["female", "male"].map((id) => ({id, label: id, excludesOthers: false}))
    };
    const given = new Map([sex, ...form.questions].flatMap((question) => columnsOf(form, question)));
    const column = (id: string) =>
      `${given.get(id) ?? (id.includes(".") ? "NULL::BOOLEAN" : "NULL::VARCHAR")} AS ${name(id)}`;
    return `
      SELECT (i % ${rounds} + 1)::INTEGER AS round, ${text(form.id)} AS profession,
        (i // ${rounds} % ${perForm} + 1)::VARCHAR AS participant_no, i::VARCHAR AS registration_no,
        ${text(form.telephoneOf ? "phone" : "first")} AS consultation, ${ageOf(form)} AS age, ${regionOf(form, codebook)} AS region, ${[...new Set(["sex", ...answerColumns(codebook)])].map(column).join(", ")}
      FROM range(${rounds * each}) rows(i)`;
  });
  await session.run(`CREATE OR REPLACE TEMP TABLE registrations AS ${selects.join(" UNION ALL ")}`);
}

/** A number from 0 to one below. Of one text: hashes of two values have bits in common. */
function draw({id}: Profession, what: string, below: number): string {
  return `(hash(i || ${text(` ${id} ${what}`)}) % ${below})::INTEGER`;
}

function ageOf(form: Profession): string {
  return `CASE WHEN ${draw(form, "age", 8)} > 0 THEN 17 + ${draw(form, "years", 74)} END::INTEGER`;
}

/** Of some the region is not known. */
function regionOf(form: Profession, {regions}: Codebook): string {
  const cases = regions.map(({id}, i) => `WHEN ${i} THEN ${text(id)}`);
  return cases.length > 0 ? `CASE ${draw(form, "region", regions.length + 1)} ${cases.join(" ")} END` : "NULL::VARCHAR";
}

/** A block is missing, is "none of these", or has at least one other answer. */
function columnsOf(form: Profession, {id, type, answers}: Question): [column: string, sql: string][] {
  if (type === "single") {
    const cases = answers.map((answer, i) => `WHEN ${i} THEN ${text(answer.id)}`);
    return [[id, `CASE ${draw(form, id, answers.length + 1)} ${cases.join(" ")} END`]];
  }
  const others = answers.filter(({excludesOthers}) => !excludesOthers);
  const alone = answers.filter(({excludesOthers}) => excludesOthers);
  const kind = draw(form, `${id} kind`, 3 + alone.length);
  const ticks = `(1 + ${draw(form, id, 2 ** others.length - 1)})`;
  const column = (answer: string, value: string): [string, string] => [
    `${id}.${answer}`,
    `CASE WHEN ${kind} > 0 THEN ${value} END`
  ];
  return [
    ...others.map(({id: answer}, bit) => column(answer, `${kind} <= 2 AND ${ticks} & ${2 ** bit} > 0`)),
    ...alone.map(({id: answer}, i) => column(answer, `${kind} = ${3 + i}`))
  ];
}

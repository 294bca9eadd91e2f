import type {Codebook} from "../ground/codebook.js";
import {quoted, Refusal} from "../ground/refusal.js";
import {ticks} from "./auditCells.js";
import type {AnswerColumn} from "./auditColumns.js";

/** Theirs to ours, by our column. */
export type Values = Record<string, Record<string, string>>;

/**
 * What the labelled codes of a file are called here: as the settings say of a code or its label, else by the label,
 * which may be the code book's own word or id. A code that is right as it stands needs no label.
 * @param labels the labels of the codes that occur, empty where a code has none, by the column's place
 * @param columns our names of the columns
 * @throws Refusal naming every column with a code that nothing explains
 */
export function labelledValues(
  file: string,
  labels: Map<number, Map<string, string>>,
  columns: string[],
  {codebook, answers, values}: {codebook: Codebook; answers: AnswerColumn[]; values: Values}
): Values {
  const found: Values = {...values};
  const unknown: string[] = [];
  for (const [place, codes] of labels) {
    const column = columns[place]!;
    const ours = labelMeanings(column, codebook, answers);
    if (!ours) continue;
    const said = plainKeys(values[column] ?? values[column.split(".")[0]!] ?? {});
    const known = new Set(ours.values());
    const here: Record<string, string> = {};
    const strange: string[] = [];
    for (const [code, label] of codes) {
      const our = said.get(plain(code)) ?? said.get(plain(label)) ?? ours.get(plain(label)) ?? ours.get(plain(code));
      if (our !== undefined) here[code] = our;
      else if (!known.has(code)) strange.push(label ? `${code} ${quoted(label)}` : `${code} (uden etiket)`);
    }
    if (strange.length > 0) unknown.push(`${column} har ${strange.slice(0, 5).join(", ")}`);
    found[column] = {...values[column], ...here};
  }
  if (unknown.length > 0)
    throw new Refusal(
      `${file}: værdier, hvis etiketter ikke er kodebogens svar: ${unknown.join("; ")}; skriv under values i settings.yaml, hvad de hedder hos os.`
    );
  return found;
}

/** Our values of a column by what they may be called, in small letters; undefined where the column has no list. */
export function labelMeanings(
  column: string,
  codebook: Codebook,
  answers: AnswerColumn[]
): Map<string, string> | undefined {
  const named = (list: {id: string; label: string}[]) =>
    new Map(list.flatMap(({id, label}) => [id, label].map((word) => [plain(word), id] as const)));
  if (column === "profession")
    return new Map([
      ...named(codebook.professions),
      ...codebook.professions.map(({id, short}) => [plain(short), id] as const)
    ]);
  if (column === "region")
    return named(codebook.regions.flatMap((region) => [region, {...region, label: `Region ${region.label}`}]));
  if (column === "sex")
    return new Map([
      ["female", "female"],
      ["male", "male"],
      ["kvinde", "female"],
      ["mand", "male"]
    ]);
  if (column === "consultation")
    return new Map([
      ["first", "first"],
      ["later", "later"],
      ["phone", "phone"],
      ["første", "first"],
      ["senere", "later"],
      ["telefon", "phone"]
    ]);
  const answer = answers.find(({name}) => name === column);
  if (answer?.type === "multi") return ticks;
  if (!answer) return undefined;
  const own = codebook.professions.flatMap(({questions}) =>
    questions.filter(({id}) => id === column).flatMap((question) => question.answers)
  );
  return named(own);
}

function plainKeys(values: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(values).map(([theirs, ours]) => [plain(theirs), ours]));
}

function plain(word: string): string {
  return word.trim().replace(/\s+/g, " ").toLowerCase();
}

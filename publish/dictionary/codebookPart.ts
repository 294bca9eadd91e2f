import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {readCodebook, type Codebook} from "../../data-loaders/ground/codebook.js";
import type {Entry, Part, Section} from "./entry.js";
import type {Uses} from "./usedOn.js";

/** The choices by which a page lets its reader into the answers of the forms. */
const intoTheForms = ["profession", "question", "block", "measure"];

/** The forms, questions, answers and composites of the code book; English where its folder has `english.csv`. */
export function codebookPart(folder: string, uses: Uses): Part {
  const codebook = readCodebook(folder);
  const english = readEnglish(folder);
  const forms: Entry[] = codebook.professions.map(({id, label, telephoneOf}) => ({
    id: `form.${id}`,
    term: id,
    meaning: label,
    english: english.get(id),
    facts: telephoneOf ? ["telefonskema"] : [],
    pages: uses.id(id, ["profession"])
  }));
  const {severe, measures} = codebook;
  const composites = measures.map(
    ({id, label}): Entry => ({
      id: `measure.${id}`,
      term: id,
      meaning: id === "severe" ? `${label}: ${severe!.description}` : label,
      english: english.get(id),
      facts: [],
      pages: uses.id(id, ["measure"])
    })
  );
  return {
    id: "kodebog",
    title: "Auditens skemaer og svar",
    text: `Kodebogen »${codebook.title}«: hvad der kan krydses af, og på hvilke skemaer. Svaret missing findes på hvert spørgsmål: intet er krydset af.`,
    sections: [
      {id: "skemaer", title: "Skemaer", english: "Forms", pages: [], entries: forms},
      ...questions(codebook, english, uses),
      ...(composites.length > 0
        ? [{id: "sammensatte-maal", title: "Sammensatte mål", english: "Composites", pages: [], entries: composites}]
        : [])
    ]
  };
}

/** A question or an answer is worded nearly alike on all forms: the first that has it says what it is called. */
function questions({professions}: Codebook, english: Map<string, string>, uses: Uses): Section[] {
  const ids = [...new Set(professions.flatMap(({questions}) => questions.map(({id}) => id)))];
  return ids.map((question) => {
    const asking = professions.flatMap((form) =>
      form.questions.filter(({id}) => id === question).map((asked) => ({form, asked}))
    );
    const {block, type} = asking[0]!.asked;
    const answers = [...new Set(asking.flatMap(({asked}) => asked.answers.map(({id}) => id)))];
    return {
      id: `question.${question}`,
      term: question,
      title: `${block} (${type === "single" ? "ét svar" : "flere svar"})`,
      english: english.get(question),
      pages: uses.id(question, intoTheForms),
      entries: answers.map((answer): Entry => {
        const having = asking.flatMap(({form, asked}) =>
          asked.answers.filter(({id}) => id === answer).map(({label}) => ({form: form.short, label}))
        );
        return {
          id: `${question}.${answer}`,
          term: answer,
          meaning: having[0]!.label,
          english: english.get(`${question}.${answer}`),
          facts: [`skemaer: ${having.map(({form}) => form).join(", ")}`],
          // Answers such as "none" stand on every question: only the question says which is meant.
          pages: uses.id(`${question}.${answer}`, intoTheForms)
        };
      })
    };
  });
}

function readEnglish(folder: string): Map<string, string> {
  const file = join(folder, "english.csv");
  return new Map(existsSync(file) ? csvParse(readFileSync(file, "utf8")).map(({id, english}) => [id!, english!]) : []);
}

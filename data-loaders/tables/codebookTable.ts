import type {AuditModels, Table} from "./table.js";

/** The code book itself, so that a query can join the Danish labels. */
export const codebookTable: Table<AuditModels> = {
  name: "codebook",
  title: "Kodebog",
  columns: [
    {name: "profession", type: "VARCHAR", meaning: "Faggruppe (skema)"},
    {name: "profession_order", type: "INTEGER", meaning: "Faggruppens plads"},
    {name: "profession_da", type: "VARCHAR", meaning: "Faggruppens navn"},
    {name: "telephone", type: "BOOLEAN", meaning: "Skemaet er for telefonkonsultationer"},
    {name: "question_id", type: "VARCHAR", meaning: "Spørgsmål"},
    {name: "question_order", type: "INTEGER", meaning: "Spørgsmålets plads på skemaet"},
    {name: "question_da", type: "VARCHAR", meaning: "Spørgsmålets overskrift på skemaet"},
    {name: "block_da", type: "VARCHAR", meaning: "Spørgsmålets navn på tværs af skemaer"},
    {name: "question_type", type: "VARCHAR", meaning: "single: ét svar; multi: flere svar"},
    {name: "answer_id", type: "VARCHAR", meaning: "Svar; missing: ikke udfyldt"},
    {name: "answer_order", type: "INTEGER", meaning: "Svarets plads"},
    {name: "answer_da", type: "VARCHAR", meaning: "Svarets tekst på skemaet"},
    {name: "excludes_others", type: "BOOLEAN", meaning: "Svaret udelukker de andre"}
  ],
  rows: ({codebook}) =>
    codebook.professions.flatMap((profession, profession_order) =>
      profession.questions.flatMap((question, question_order) =>
        [...question.answers, {id: "missing", label: "Uoplyst", excludesOthers: false}].map((answer, answer_order) => ({
          profession: profession.id,
          profession_order,
          profession_da: profession.label,
          telephone: profession.telephoneOf !== undefined,
          question_id: question.id,
          question_order,
          question_da: question.label,
          block_da: question.block,
          question_type: question.type,
          answer_id: answer.id,
          answer_order,
          answer_da: answer.label,
          excludes_others: answer.excludesOthers
        }))
      )
    )
};

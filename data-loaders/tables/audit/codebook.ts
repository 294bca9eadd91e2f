import {missing} from "../../../src/domain/audit.js";
import {capital} from "../../../src/domain/words.js";
import type {AuditModels, Table} from "../table.js";

/** The code book itself, so that a query can join the Danish labels. */
export const table: Table<AuditModels> = {
  name: "codebook",
  title: "Kodebog",
  place: 80,
  columns: [
    {name: "profession", type: "VARCHAR", meaning: "Faggruppe (skema)", english: "Profession (form)"},
    {
      name: "profession_order",
      type: "INTEGER",
      meaning: "Faggruppens plads",
      english: "The profession's place in the order"
    },
    {name: "profession_da", type: "VARCHAR", meaning: "Faggruppens navn", english: "The profession's name, in Danish"},
    {
      name: "telephone",
      type: "BOOLEAN",
      meaning: "Skemaet er for telefonkonsultationer",
      english: "The form is for telephone consultations"
    },
    {name: "question_id", type: "VARCHAR", meaning: "Spørgsmål", english: "Question"},
    {
      name: "question_order",
      type: "INTEGER",
      meaning: "Spørgsmålets plads på skemaet",
      english: "The question's place on the form"
    },
    {
      name: "question_da",
      type: "VARCHAR",
      meaning: "Spørgsmålets overskrift på skemaet",
      english: "The question's heading on the form, in Danish"
    },
    {
      name: "block_da",
      type: "VARCHAR",
      meaning: "Spørgsmålets navn på tværs af skemaer",
      english: "The question's name across forms, in Danish"
    },
    {
      name: "question_type",
      type: "VARCHAR",
      meaning: "single: ét svar; multi: flere svar",
      english: "single: one answer; multi: several answers"
    },
    {
      name: "answer_id",
      type: "VARCHAR",
      meaning: "Svar; missing: ikke udfyldt",
      english: "Answer; missing: not filled in"
    },
    {name: "answer_order", type: "INTEGER", meaning: "Svarets plads", english: "The answer's place in the order"},
    {
      name: "answer_da",
      type: "VARCHAR",
      meaning: "Svarets tekst på skemaet",
      english: "The answer's text on the form, in Danish"
    },
    {
      name: "excludes_others",
      type: "BOOLEAN",
      meaning: "Svaret udelukker de andre",
      english: "The answer excludes the others"
    }
  ],
  rows: ({codebook}) =>
    codebook.professions.flatMap((profession, profession_order) =>
      profession.questions.flatMap((question, question_order) =>
        [...question.answers, {id: "missing", label: capital(missing.danish), excludesOthers: false}].map(
          (answer, answer_order) => ({
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
          })
        )
      )
    )
};

import {Refusal} from "./refusal.js";
import {coreColumns, regionColumn} from "../../src/domain/coreColumns.js";

/** Names of columns beside the answers; sex is a question too. */
const reserved = new Set<string>([
  ...coreColumns.filter((column) => column !== "sex"),
  regionColumn,
  "file",
  "line",
  "kept",
  "raw",
  "filename",
  "file_row_number"
]);

interface AnswerRow {
  profession: string;
  question_id: string;
  question_type: string;
  answer_id: string;
}

interface Audit {
  professions: {id: string; telephone_of?: string | undefined}[];
  measures: {id: string}[];
  regions: {id: string; label: string}[];
}

/**
 * Stops a code book that contradicts itself, before it gives wrong numbers.
 * @throws Refusal naming file, line and what to do
 */
export function refuseContradictions(audit: Audit, auditFile: string, rows: AnswerRow[], answersFile: string): void {
  const professions = audit.professions.map((p) => p.id);
  for (const [what, ids, taken] of [
    ["faggruppen", professions, "all"],
    ["målet", audit.measures.map((m) => m.id), "severe"],
    ["regionen", audit.regions.map((region) => region.id), "unknown"]
  ] as const) {
    for (const [i, id] of ids.entries()) {
      if (ids.indexOf(id) < i) throw new Refusal(`${auditFile}: ${what} "${id}" står to gange; slet den ene.`);
      if (id === taken || id === "registrations")
        throw new Refusal(`${auditFile}: ${what} må ikke hedde "${id}", som har sin egen betydning; vælg et andet id.`);
    }
  }
  const names = audit.regions.map(({label}) => label.toLowerCase());
  const twice = audit.regions.find(({label}, i) => names.indexOf(label.toLowerCase()) < i);
  if (twice) throw new Refusal(`${auditFile}: to regioner hedder "${twice.label}"; ret den ene.`);
  for (const {id, telephone_of} of audit.professions) {
    if (telephone_of !== undefined && !professions.includes(telephone_of)) {
      throw new Refusal(
        `${auditFile}: "${id}" er telefonskema for "${telephone_of}", der ikke står under professions; ret navnet.`
      );
    }
  }
  const types = new Map<string, {type: string; line: number}>();
  const seen = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    const line = i + 2;
    const where = `${answersFile}, linje ${line}`;
    if (!professions.includes(row.profession)) {
      throw new Refusal(
        `${where}: faggruppen "${row.profession}" står ikke i ${auditFile}; tilføj den under professions.`
      );
    }
    if (reserved.has(row.question_id))
      throw new Refusal(
        `${where}: et spørgsmål må ikke hedde "${row.question_id}", som er en anden kolonne i udtrækket; vælg et andet id.`
      );
    if (row.answer_id === "missing")
      throw new Refusal(`${where}: et svar må ikke hedde "missing", som er det ikke udfyldte; vælg et andet id.`);
    const first = types.get(row.question_id) ?? {type: row.question_type, line};
    types.set(row.question_id, first);
    if (first.type !== row.question_type) {
      throw new Refusal(
        `${where}: spørgsmålet "${row.question_id}" er ${row.question_type}, men ${first.type} på linje ${first.line}; brug samme type på alle skemaer.`
      );
    }
    const key = `${row.profession} ${row.question_id}.${row.answer_id}`;
    if (seen.has(key))
      throw new Refusal(
        `${where}: svaret "${row.question_id}.${row.answer_id}" står allerede på linje ${seen.get(key)} for "${row.profession}"; slet den ene linje.`
      );
    seen.set(key, line);
  }
  const without = professions.find((id) => !rows.some((row) => row.profession === id));
  if (without !== undefined)
    throw new Refusal(
      `${answersFile}: faggruppen "${without}" har ingen svar; tilføj dem, eller slet den i ${auditFile}.`
    );
}

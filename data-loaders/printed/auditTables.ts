import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {numberOf, professionLabel, type Computed} from "./computed.js";
import type {Found, PrintedFigures} from "./figure.js";
import {totalOf} from "./totalOf.js";

/** The report's result tables: participants, and count and percent of every row with `Uoplyst` and `I alt`. */
export const auditTables: PrintedFigures<Computed> = {
  source: "audit_tables.csv",
  title: "Resultattabellerne",
  figures: (rows, computed) =>
    [...group(rows, (row) => `${row.profession}/${row.question}`)].flatMap(([table, members]) => {
      const [{profession, question, n_participants}] = members as [DSVRowString];
      const figure = (cell: string, what: string, printed: string, found?: Found) => ({
        key: `${table}/${cell}`,
        where: `${professionLabel(computed, profession!)}, ${question}: ${what}`,
        printed,
        computed: undefined,
        ...found
      });
      return [
        figure("participants", "deltagere", n_participants!, {computed: participantsOf(computed, profession!)}),
        ...members.flatMap((row) => {
          const {count, percent} = numbersOf(computed, profession!, question!, row.answer!);
          return [
            figure(`${row.answer}/count`, `${row.answer}, antal`, row.count!, count),
            figure(`${row.answer}/percent`, `${row.answer}, procent`, row.percent!, percent)
          ];
        })
      ];
    })
};

function numbersOf(
  computed: Computed,
  profession: string,
  heading: string,
  label: string
): {count?: Found; percent?: Found} {
  const question = computed.codebook.professions
    .find((p) => p.id === profession)
    ?.questions.find((q) => q.label === heading);
  if (!question) return {};
  if (label === "I alt") {
    // Registrations, and the sum over answers: above 100 where several may be given.
    const shares = [...question.answers.map((a) => a.id), "missing"].map((id) =>
      computed.share({profession}, `${question.id}.${id}`)
    );
    return {
      count: numberOf(computed.shareOfAll({profession}), "total"),
      percent: {computed: totalOf(shares.flatMap((share) => share?.percent ?? []))}
    };
  }
  const answer = label === "Uoplyst" ? "missing" : question.answers.find((a) => a.label === label)?.id;
  const share = computed.share({profession}, `${question.id}.${answer}`);
  return {count: numberOf(share, "n"), percent: numberOf(share, "percent")};
}

/** A telephone form is printed with the participants of the form it belongs to, whether they telephoned or not. */
function participantsOf(computed: Computed, profession: string): number {
  const telephoneOf = computed.codebook.professions.find((p) => p.id === profession)?.telephoneOf;
  return new Set([profession, ...(telephoneOf ? [telephoneOf] : [])].flatMap((form) => computed.participants(form)))
    .size;
}

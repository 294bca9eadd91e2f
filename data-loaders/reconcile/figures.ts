import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {compareFigure} from "./compareFigure.js";
import type {Computed, Group} from "./computed.js";
import {professionLabel, type PublishedSource} from "./published.js";

const consultations: Record<string, string> = {first: "1. konsultation", later: "senere konsultation"};

/** The figures of what is done for the severely affected, at first and at later consultations: N, and every bar. */
export const figures: PublishedSource = {
  source: "audit_figures.csv",
  title: "Handlinger hos de svært påvirkede",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    [...group(rows, (row) => `${row.figure_id}/${row.consultation}`)].flatMap(([series, members]) => {
      const [{profession, consultation, n}] = members as [DSVRowString];
      const of = {
        profession: profession!,
        consultation: consultation as Group["consultation"],
        patientGroup: "severe" as const
      };
      const where = `${professionLabel(computed, profession!)}, svært påvirkede, ${consultations[consultation!]}`;
      const figure = (key: string, what: string, printed: string, value: number | undefined, decimals: number) =>
        compareFigure(
          {
            source: "audit_figures.csv",
            key: `${series}/${key}`,
            where: `${where}: ${what}`,
            printed,
            computed: value,
            decimals
          },
          explanations
        );
      return [
        figure("n", "N", n!, computed.registrations(of), 0),
        ...members.map((row) =>
          figure(
            `${row.answer}/percent`,
            `${row.answer}, procent`,
            row.percent!,
            computed.share(of, action(computed, row))?.percent,
            1
          )
        )
      ];
    })
};

function action(computed: Computed, row: DSVRowString): string {
  const form = computed.codebook.professions.find((p) => p.id === row.profession);
  const answer = form?.questions.find((q) => q.id === "actions")?.answers.find((a) => a.label === row.answer);
  return `actions.${answer?.id}`;
}

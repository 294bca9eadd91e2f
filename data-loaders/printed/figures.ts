import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {numberOf, professionLabel, type Computed, type Group} from "./computed.js";
import type {PrintedFigures} from "./figure.js";

const consultations: Record<string, string> = {first: "1. konsultation", later: "senere konsultation"};

/** The figures of what is done for the severely affected, at first and at later consultations: N, and every bar. */
export const figures: PrintedFigures<Computed> = {
  source: "audit_figures.csv",
  title: "Handlinger hos de svært påvirkede",
  figures: (rows, computed) =>
    [...group(rows, (row) => `${row.figure_id}/${row.consultation}`)].flatMap(([series, members]) => {
      const [{profession, consultation, n}] = members as [DSVRowString];
      const of = {
        profession: profession!,
        consultation: consultation as Group["consultation"],
        patientGroup: "severe" as const
      };
      const where = `${professionLabel(computed, profession!)}, svært påvirkede, ${consultations[consultation!]}`;
      return [
        {
          key: `${series}/n`,
          where: `${where}: N`,
          printed: n!,
          ...numberOf(computed.shareOfAll(of), "total"),
          decimals: 0
        },
        ...members.map((row) => ({
          key: `${series}/${row.answer}/percent`,
          where: `${where}: ${row.answer}, procent`,
          printed: row.percent!,
          ...numberOf(computed.share(of, action(computed, row)), "percent"),
          decimals: 1
        }))
      ];
    })
};

function action(computed: Computed, row: DSVRowString): string {
  const form = computed.codebook.professions.find((p) => p.id === row.profession);
  const answer = form?.questions.find((q) => q.id === "actions")?.answers.find((a) => a.label === row.answer);
  return `actions.${answer?.id}`;
}

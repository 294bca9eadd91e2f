import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {compareFigure} from "./compareFigure.js";
import {professionLabel, type PublishedSource} from "./published.js";

/** What the variation diagrams show. */
const measures: Record<string, string> = {V_GP_MR: "mri_earlier_or_referred", V_GP_RC: "referrals.spine_centre"};

/** The variation diagrams: every bar, and that the bars are the participants, no more and no fewer. */
export const variation: PublishedSource = {
  source: "audit_variation.csv",
  title: "Variationsdiagrammerne",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    [...group(rows, (row) => row.figure_id!)].flatMap(([figureId, bars]) => {
      const [{profession, figure_title_da}] = bars as [DSVRowString];
      const where = `${professionLabel(computed, profession!)}, ${figure_title_da}`;
      const figure = (key: string, what: string, printed: string, value: number | undefined) =>
        compareFigure(
          {
            source: "audit_variation.csv",
            key: `${figureId}/${key}`,
            where: `${where}: ${what}`,
            printed,
            computed: value
          },
          explanations
        );
      const printedIds = new Set(bars.map((bar) => bar.participant_id!));
      const participants = computed.participants(profession!);
      return [
        figure("participants", "forskellige deltagere", String(printedIds.size), participants.length),
        ...bars.map((bar) =>
          figure(
            `${bar.position}/percent`,
            `søjle ${bar.position}, deltager ${bar.participant_id}, procent`,
            bar.percent!,
            computed.participantShare(profession!, bar.participant_id!, measures[figureId]!)?.percent
          )
        )
      ];
    })
};

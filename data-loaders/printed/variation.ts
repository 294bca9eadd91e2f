import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {numberOf, professionLabel, type Computed} from "./computed.js";
import type {PrintedFigures} from "./figure.js";

/** What the variation diagrams show. */
const measures: Record<string, string> = {V_GP_MR: "mri_earlier_or_referred", V_GP_RC: "referrals.spine_centre"};

/** The variation diagrams: every bar, and that the bars are the participants, no more and no fewer. */
export const variation: PrintedFigures<Computed> = {
  source: "audit_variation.csv",
  title: "Variationsdiagrammerne",
  figures: (rows, computed) =>
    [...group(rows, (row) => row.figure_id!)].flatMap(([figureId, bars]) => {
      const [{profession, figure_title_da}] = bars as [DSVRowString];
      const where = `${professionLabel(computed, profession!)}, ${figure_title_da}`;
      return [
        {
          key: `${figureId}/participants`,
          where: `${where}: forskellige deltagere`,
          printed: String(new Set(bars.map((bar) => bar.participant_id)).size),
          computed: computed.participants(profession!).length
        },
        ...bars.map((bar) => ({
          key: `${figureId}/${bar.position}/percent`,
          where: `${where}: søjle ${bar.position}, deltager ${bar.participant_id}, procent`,
          printed: bar.percent!,
          ...numberOf(computed.participantShare(profession!, bar.participant_id!, measures[figureId]!), "percent")
        }))
      ];
    })
};

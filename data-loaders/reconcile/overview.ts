import {sum} from "d3-array";
import type {Computed, Share} from "./computed.js";
import {professionLabel, publishedFigures} from "./published.js";

/** What the columns of the overview count. */
const answers: Record<string, string> = {
  radiating_below_knee: "symptoms.radiation_below_knee",
  earlier_mr: "earlier_care.mri",
  referred_mr_today: "referrals.mri"
};

/** The overview of all professions, with its total row. */
export const overview = publishedFigures("audit_overview.csv", "Oversigten over faggrupper", (rows, computed) =>
  rows.flatMap((row) => {
    const {count, percent} = cellsOf(computed, row.profession!, row.measure!);
    const figure = (cell: string, what: string, printed: string, value: number | undefined) => ({
      key: `${row.profession}/${row.measure}/${cell}`,
      where: `${professionLabel(computed, row.profession!)}: ${row.measure_da}, ${what}`,
      printed,
      computed: value
    });
    const counted = figure("count", "antal", row.count!, count);
    return row.percent === "" ? [counted] : [counted, figure("percent", "procent", row.percent!, percent)];
  })
);

function cellsOf(computed: Computed, printedProfession: string, measure: string): {count?: number} & Partial<Share> {
  const profession = printedProfession === "total" ? "all" : printedProfession;
  if (measure === "participants") return {count: participantsOf(computed, profession)};
  if (measure === "registrations") return {count: computed.registrations({profession})};
  const share = computed.share({profession}, answers[measure] ?? measure);
  return {count: share?.n, percent: share?.percent};
}

/** Participants of a form, or of every form but the telephone ones. */
export function participantsOf(computed: Computed, profession: string): number {
  if (profession !== "all") return computed.participants(profession).length;
  return sum(computed.codebook.professions, (p) => (p.telephoneOf ? 0 : computed.participants(p.id).length));
}

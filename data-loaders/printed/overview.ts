import {sum} from "d3-array";
import {numberOf, professionLabel, type Computed} from "./computed.js";
import type {Found, PrintedFigures} from "./figure.js";

/** What the columns of the overview count. */
const answers: Record<string, string> = {
  radiating_below_knee: "symptoms.radiation_below_knee",
  earlier_mr: "earlier_care.mri",
  referred_mr_today: "referrals.mri"
};

/** The overview of all professions, with its total row. */
export const overview: PrintedFigures<Computed> = {
  source: "audit_overview.csv",
  title: "Oversigten over faggrupper",
  figures: (rows, computed) =>
    rows.flatMap((row) => {
      const {count, percent} = numbersOf(computed, row.profession!, row.measure!);
      const figure = (cell: string, what: string, printed: string, found?: Found) => ({
        key: `${row.profession}/${row.measure}/${cell}`,
        where: `${professionLabel(computed, row.profession!)}: ${row.measure_da}, ${what}`,
        printed,
        computed: undefined,
        ...found
      });
      const counted = figure("count", "antal", row.count!, count);
      return row.percent === "" ? [counted] : [counted, figure("percent", "procent", row.percent!, percent)];
    })
};

function numbersOf(computed: Computed, printedProfession: string, measure: string): {count: Found; percent?: Found} {
  const profession = printedProfession === "total" ? "all" : printedProfession;
  if (measure === "participants") return {count: {computed: participantsOf(computed, profession)}};
  if (measure === "registrations") return {count: numberOf(computed.shareOfAll({profession}), "total")};
  const share = computed.share({profession}, answers[measure] ?? measure);
  return {count: numberOf(share, "n"), percent: numberOf(share, "percent")};
}

/** Participants of a form, or of every form but the telephone ones. */
export function participantsOf(computed: Computed, profession: string): number {
  if (profession !== "all") return computed.participants(profession).length;
  return sum(computed.codebook.professions, (p) => (p.telephoneOf ? 0 : computed.participants(p.id).length));
}

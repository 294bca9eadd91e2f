import {numberOf, professionLabel, type Computed} from "./computed.js";
import type {PrintedFigures} from "./figure.js";

const sexes: Record<string, string> = {men: "male", women: "female"};

/** The figure of men's ages: share of each band among men of known age. */
export const ages: PrintedFigures<Computed> = {
  source: "audit_age_distribution.csv",
  title: "Mænds alder",
  figures: (rows, computed) =>
    rows.map((row) => ({
      key: `${row.sex}/${row.profession}/${row.age_band}/percent`,
      where: `${professionLabel(computed, row.profession!)}, mænd ${row.age_band} år: procent`,
      printed: row.percent!,
      ...numberOf(computed.ageShare(row.profession!, sexes[row.sex!]!, row.age_band!), "percent"),
      decimals: 1
    }))
};

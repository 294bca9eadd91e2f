import {professionLabel, publishedFigures} from "./published.js";

const sexes: Record<string, string> = {men: "male", women: "female"};

/** The figure of men's ages: share of each band among men of known age. */
export const ages = publishedFigures("audit_age_distribution.csv", "Mænds alder", (rows, computed) =>
  rows.map((row) => ({
    key: `${row.sex}/${row.profession}/${row.age_band}/percent`,
    where: `${professionLabel(computed, row.profession!)}, mænd ${row.age_band} år: procent`,
    printed: row.percent!,
    computed: computed.ageShare(row.profession!, sexes[row.sex!]!, row.age_band!)?.percent,
    decimals: 1
  }))
);

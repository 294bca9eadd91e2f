import type {ProgrammeRule} from "../../../data-loaders/programme/rules.js";
import {element} from "../dom/dom.js";
import {givers, tiers, type Giver, type Tier} from "../../domain/programme.js";

type Effort = NonNullable<ProgrammeRule["effort"]>;

/** Who does what, as one table: efforts by tier, and a mark for each who gives them. Each effort leads to its rule. */
export function effortMatrix(rules: readonly ProgrammeRule[]): HTMLElement {
  const caption = "Hvem gør hvad ifølge forløbsprogrammet";
  const efforts = rules.flatMap(({id, effort}) => (effort ? [{id, ...effort}] : []));
  const bodies = (Object.keys(tiers) as Tier[]).map((tier) =>
    element(
      "tbody",
      {},
      element(
        "tr",
        {class: "tier"},
        element("th", {colspan: Object.keys(givers).length + 1, scope: "rowgroup"}, tiers[tier])
      ),
      ...efforts.filter((effort) => effort.tier === tier).map(effortRow)
    )
  );
  const head = element(
    "tr",
    {},
    ...["Indsats", ...Object.values(givers)].map((label) => element("th", {scope: "col"}, label))
  );
  return element(
    "div",
    {class: "table-scroll effort-matrix", role: "region", tabindex: 0, "aria-label": `Tabel: ${caption}`},
    element("table", {class: "data-table"}, element("caption", {}, caption), element("thead", {}, head), ...bodies)
  );
}

function effortRow({id, name, actors}: Effort & {id: string}): HTMLElement {
  const marks = Object.keys(givers).map((giver) => {
    const gives = actors.includes(giver as Giver);
    return element(
      "td",
      {},
      element(
        "span",
        {class: gives ? "gives" : null, role: "img", "aria-label": gives ? "ja" : "nej"},
        gives ? "●" : "–"
      )
    );
  });
  return element("tr", {}, element("th", {scope: "row"}, element("a", {href: `#${id}`}, name)), ...marks);
}

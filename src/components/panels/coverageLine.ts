import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import type {SiteFacts} from "../../../data-loaders/facts/siteFacts.js";
import {element} from "../dom/dom.js";
import {siteRoot} from "../dom/siteRoot.js";
import {auditCoverage, registerCoverage} from "../sentences/coverage.js";

/** What a page has results of. */
export interface Covered {
  site?: Pick<SiteFacts, "coverage" | "codebook">;
  registers?: Pick<RegisterFacts, "coverage">;
}

/** What the results of a page cover, in one line at its top; the rest stands on the page on data quality. */
export function coverageLine({site, registers}: Covered): HTMLElement {
  const nameOf = (id: string) => site?.codebook.professions.find((profession) => profession.id === id)?.inText ?? id;
  const said = [
    ...(site ? [auditCoverage(site.coverage, nameOf)] : []),
    ...(registers ? [registerCoverage(registers.coverage)] : [])
  ];
  const more = element("a", {href: new URL("metode/datakvalitet#daekning", siteRoot()).href}, "Mere om dækningen");
  return element("p", {class: "coverage-line"}, `${said.join(" ")} `, more);
}

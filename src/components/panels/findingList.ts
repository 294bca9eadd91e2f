import {element} from "../dom/dom.js";
import type {Found} from "../findings/found.js";
import type {AreaPlace} from "../findings/place.js";
import {folderButton} from "../folder/folderButton.js";
import {count} from "../words/format.js";
import {findingCard, findingOptions, type Provenance} from "./findingCard.js";

const numbers = ["Ingen", "Én ting", "To ting", "Tre ting", "Fire ting", "Fem ting"];

/**
 * What there is to discuss about a place: up to five findings, the way to put them all on a meeting's agenda, and how
 * they were chosen.
 * @param who the place or the profession within a sentence
 */
export function findingList(
  {findings, compared}: Found,
  {who, place, audit, registers}: {who: string; place?: AreaPlace; audit: Provenance; registers: Provenance}
): HTMLElement {
  const othersText = place?.type === "municipality" ? "de andre kommuner" : "de andre regioner";
  const figures = findings.map((finding) =>
    findingOptions(finding, {othersText, provenance: finding.unit === "registreringer" ? audit : registers})
  );
  const status = element("span", {class: "figure-status", role: "status"});
  const isOwn = findings.some(({isWider}) => !isWider);
  return element(
    "section",
    {class: "findings", "aria-labelledby": "fund"},
    element(
      "h2",
      {id: "fund"},
      isOwn ? `${numbers[findings.length]} at drøfte: ${who}` : `Ingen særlige fund for ${who}`
    ),
    isOwn
      ? null
      : element(
          "p",
          {class: "findings-none"},
          `Intet i tallene for ${who} afviger mere, end tilfældighed forklarer. Det følgende gælder ${place?.region ? `${place.region.name} og ` : ""}hele auditten.`
        ),
    ...findings.map((finding, i) => findingCard(finding, i + 1, figures[i]!)),
    element(
      "p",
      {class: "findings-all"},
      findings.length > 1
        ? folderButton(`Læg alle ${count(findings.length)} i mødemappen`, status, () => figures)
        : null,
      status
    ),
    element(
      "details",
      {class: "findings-how"},
      element("summary", {}, "Sådan er de valgt"),
      element(
        "p",
        {},
        `${count(compared)} sammenligninger er set under ét, og grænserne gælder for dem alle på én gang (Bonferroni). Af hver slags vises den, der med 95\u00A0% sikkerhed gælder flest: ` +
          "den grænse for forskellen, der ligger nærmest nul, gange antallet. Hvor praksis afviger fra en regel, og hvad der mangler, er talt op og ikke sammenlignet. Hvad tilfældighed kan forklare, og hvad der er skjult for at beskytte få personer, er aldrig et fund."
      )
    )
  );
}

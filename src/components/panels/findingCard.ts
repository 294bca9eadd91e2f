import {aboutNumbers} from "../dom/aboutNumbers.js";
import {element} from "../dom/dom.js";
import {responsiveChart} from "../dom/responsiveChart.js";
import {siteRoot} from "../dom/siteRoot.js";
import {unbroken} from "../dom/text.js";
import {drawEvidence, evidenceBase, evidenceTable} from "../findings/findingFigure.js";
import {reasonList} from "../dom/reasonList.js";
import type {Finding} from "../findings/finding.js";
import {kinds} from "../findings/rules.js";
import {folderButton} from "../folder/folderButton.js";
import {sourceLine, type FigureOptions} from "../picture/figureOptions.js";

/** Where a figure's numbers come from. */
export type Provenance = Pick<FigureOptions, "source" | "seal" | "synthetic">;

/** A finding as a figure: what stands in the meeting folder and in a file. */
export function findingOptions(finding: Finding, from: {othersText: string; provenance: Provenance}): FigureOptions {
  const {kind, title, sentence, question} = finding;
  return {
    id: `fund-${kind}`,
    title,
    sentence,
    question,
    chart: drawEvidence(finding, from.othersText),
    ...evidenceTable(finding.evidence),
    n: evidenceBase(finding),
    ...from.provenance
  };
}

/** One finding: what it says, the chart, what to discuss, and the ways on. */
export function findingCard(finding: Finding, no: number, options: FigureOptions): HTMLElement {
  const {kind, title, meaning, reasons, question, action, numbers} = finding;
  const status = element("span", {class: "figure-status", role: "status"});
  const link = (address: string, text: string) => element("a", {href: new URL(address, siteRoot()).href}, text);
  const node = element(
    "figure",
    {class: "finding", id: options.id, "aria-labelledby": `${options.id}-titel`},
    element("p", {class: "finding-kind"}, element("span", {class: "finding-no"}, String(no)), kinds[kind]),
    element(
      "div",
      {class: "finding-said"},
      element("h3", {id: `${options.id}-titel`}, title),
      element("p", {class: "finding-sentence"}, ...unbroken(options.sentence)),
      element("p", {class: "finding-question"}, element("strong", {}, "Til drøftelse: "), question)
    ),
    element(
      "div",
      {class: "finding-shown"},
      responsiveChart(options.chart!, {label: title, alternative: options.sentence}),
      element("p", {class: "figure-source"}, sourceLine({n: options.n, source: options.source}))
    ),
    element(
      "div",
      {class: "finding-more"},
      element("details", {}, element("summary", {}, "Hvad betyder det?"), element("p", {}, meaning)),
      ...(reasons
        ? [
            element(
              "details",
              {},
              element("summary", {}, "Gode grunde til at afvige"),
              element("p", {}, "Redaktionens forslag til drøftelsen:"),
              reasonList(reasons)
            )
          ]
        : []),
      element(
        "details",
        {},
        element("summary", {}, "Hvad kan vi gøre?"),
        element("p", {}, link(action.address, action.text))
      ),
      element(
        "p",
        {class: "finding-ways"},
        link(numbers, "Se tallene"),
        folderButton("Tilføj til mødemappe", status, () => [options]),
        status
      )
    )
  );
  aboutNumbers(options.id, node, options);
  return node;
}

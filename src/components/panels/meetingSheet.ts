import {element} from "../dom/dom.js";
import type {Finding} from "../findings/finding.js";
import type {MeetingFound} from "../findings/meetingFound.js";
import {causes} from "../findings/rules.js";
import {folderButton} from "../folder/folderButton.js";
import type {FigureOptions} from "../picture/figureOptions.js";
import {count} from "../words/format.js";
import {findingCard, findingOptions, type Provenance} from "./findingCard.js";

const list = new Intl.ListFormat("da");

/** What a facilitator goes through at a meeting: the widest differences, each with the causes to tick. */
export function meetingSheet({within, across, compared}: MeetingFound, provenance: Provenance): HTMLElement {
  const figures: FigureOptions[] = [];
  const section = (id: string, heading: string, none: string, findings: readonly Finding[]) =>
    element(
      "section",
      {class: "findings", "aria-labelledby": id},
      element("h2", {id}, heading),
      ...(findings.length > 0
        ? findings.map((finding, i) => {
            const options = {...findingOptions(finding, {othersText: "de andre", provenance}), id: `${id}-${i + 1}`};
            figures.push(options);
            return element("div", {class: "discussed"}, findingCard(finding, i + 1, options), causesOf(options));
          })
        : [element("p", {class: "findings-none"}, none)])
    );
  const status = element("span", {class: "figure-status", role: "status"});
  const sections = [
    ...within.map(({form, findings}) =>
      section(
        `inden-for-${form.id}`,
        `Inden for faggruppen: ${form.inText}`,
        `Ingen af svarene varierer mere mellem ${form.inText}, end tilfældighed kan forklare.`,
        findings
      )
    ),
    section(
      "paa-tvaers-af-faggrupper",
      "På tværs af faggrupper",
      "Ingen af de svar, flere faggrupper har på skemaet, er forskellige ud over tilfældighed.",
      across
    )
  ];
  return element(
    "div",
    {class: "meeting-sheet"},
    ...sections,
    element(
      "p",
      {class: "findings-all"},
      figures.length > 1 ? folderButton(`Læg alle ${count(figures.length)} i mødemappen`, status, () => figures) : null,
      status
    ),
    element(
      "p",
      {class: "figure-note"},
      `${count(compared)} sammenligninger er set under ét, og grænserne gælder for dem alle på én gang (Bonferroni). De, der gælder den største del af registreringerne, står først.`
    )
  );
}

/** The usual causes to tick; what is ticked goes with the figure's question into the meeting folder. */
function causesOf(options: FigureOptions): HTMLElement {
  const {question} = options;
  const boxes = causes.map(({label, hint}, i) => {
    const id = `${options.id}-aarsag-${i}`;
    const box = element("input", {type: "checkbox", id, value: label});
    return {box, row: element("p", {}, box, element("label", {for: id}, element("strong", {}, label), ` ${hint}`))};
  });
  const ticked = () => boxes.flatMap(({box}) => (box.checked ? [box.value.toLocaleLowerCase("da")] : []));
  const group = element(
    "fieldset",
    {class: "causes"},
    element("legend", {}, "Hvad kan forklare forskellen?"),
    ...boxes.map(({row}) => row)
  );
  group.addEventListener("change", () => {
    const found = ticked();
    options.question = [question, found.length > 0 ? `Mødet peger på ${list.format(found)}.` : ""]
      .filter(Boolean)
      .join(" ");
  });
  return group;
}

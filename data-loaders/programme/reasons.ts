import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {nearest, quoted, Refusal} from "../ground/refusal.js";

/** Good reasons to do otherwise than an indicator or a rule of the programme asks for. */
export interface Reasons {
  /** A sentence each, in Danish. */
  reasons: string[];
  /** How strong the evidence is, where the source says so. */
  evidence?: string;
}

const folder = "data/recommendations";
const rulesFile = `${folder}/regler.md`;
const indicatorHeading = "Gode grunde til at afvige";

/**
 * The reasons of an indicator, from its text in `data/recommendations`; undefined where it has none yet.
 * @throws Refusal where the section is there without a reason
 */
export function indicatorReasons(root: string, id: string): Reasons | undefined {
  const file = `${folder}/${id}.md`;
  if (!existsSync(join(root, file))) return undefined;
  const section = sections(readFileSync(join(root, file), "utf8")).get(indicatorHeading);
  return section && someOf(section, file, indicatorHeading);
}

/**
 * The reasons of every rule, by its id, from `data/recommendations/regler.md`.
 * @throws Refusal naming a rule without reasons, or a heading that is no rule, by its line
 */
export function ruleReasons(root: string, ids: string[]): Map<string, Reasons> {
  const found = sections(readFileSync(join(root, rulesFile), "utf8"));
  for (const [heading, {line}] of found) {
    if (ids.includes(heading)) continue;
    const meant = nearest(heading, ids);
    throw new Refusal(
      `${rulesFile}:${line}:1: error: ${quoted(heading)} er ingen af programmets regler${meant ? ` (mente du ${meant}?)` : ""}; ret overskriften.`
    );
  }
  return new Map(
    ids.map((id) => {
      const section = found.get(id);
      if (!section)
        throw new Refusal(`${rulesFile}: reglen ${id} mangler; skriv »## ${id}« og mindst én grund under den.`);
      return [id, someOf(section, rulesFile, id)];
    })
  );
}

interface Section extends Reasons {
  line: number;
}

function someOf({line, reasons, evidence}: Section, file: string, heading: string): Reasons {
  if (reasons.length === 0)
    throw new Refusal(
      `${file}:${line}:1: error: ${quoted(heading)} har ingen grunde; skriv mindst én linje, der begynder med »- «.`
    );
  return {reasons, ...(evidence && {evidence})};
}

/** The lists below the headings of a text; a line that goes on stands below its first, indented. */
function sections(text: string): Map<string, Section> {
  const found = new Map<string, Section>();
  let section: Section | undefined;
  for (const [i, line] of text.split("\n").entries()) {
    const [, heading] = /^## +(.+?) *$/.exec(line) ?? [];
    if (heading) found.set(heading, (section = {line: i + 1, reasons: []}));
    else if (!section) continue;
    else if (line.startsWith("- ")) section.reasons.push(line.slice(2).trim());
    else if (/^ +\S/.test(line) && section.reasons.length > 0)
      section.reasons.push(`${section.reasons.pop()} ${line.trim()}`);
    else if (line.startsWith("Evidens: ")) section.evidence = line.slice("Evidens: ".length).trim();
  }
  return found;
}

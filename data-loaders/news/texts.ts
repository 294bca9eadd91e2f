import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {directions} from "../../src/domain/direction.js";
import {windowText, spanText} from "../../src/domain/spans.js";
import type {RegisterFacts} from "../facts/registerFacts.js";
import type {SiteFacts} from "../facts/siteFacts.js";
import {codeOf, listTitles} from "../facts/unconfirmedCodes.js";
import {codelistColumns, readCodelists, type CodelistName} from "../ground/codelists.js";
import {danishPercent} from "../printed/printedNumber.js";

/** A sentence or more that the site's figures rest on, by what it is about. Everything is in Danish. */
export interface Text {
  /** What it is about, such as `Definitionen af »Gentaget MR-skanning«`. */
  about: string;
  /** The page, and the place on it, that says it. */
  address: string;
  /** Which of its parts, such as `Tæller`. */
  part: string;
  /** Paragraphs are parted by an empty line. */
  text: string;
}

/** What a definition of an indicator is called. */
export const definitionOf = (title: string) => `Definitionen af »${title}«`;

/** Every text that decides or explains what a figure means: definitions, the code book, code lists, recommendations. */
export function textsOf({registers, codebook}: SiteFacts & {registers: RegisterFacts}, root: string): Text[] {
  return [
    ...registers.indicators.flatMap(definitionTexts),
    ...codebookTexts(codebook),
    ...codelistTexts(root),
    ...recommendationTexts(registers.indicators, root)
  ];
}

function definitionTexts(indicator: RegisterFacts["indicators"][number]): Text[] {
  const {id, title, windows, target, ages} = indicator;
  const parts: Record<string, string | undefined> = {
    "Hvem tæller med": indicator.population,
    Alder: ages && `Fra ${ages.from} til ${ages.to} år`,
    Tæller: indicator.numerator,
    Nævner: indicator.denominator,
    "Vindue for nævneren": windows.denominator && windowText(windows.denominator),
    "Vindue for tælleren": windowText(windows.numerator),
    "Følges til": windows.followUp && spanText(windows.followUp),
    Retning: directions[indicator.direction],
    Mål: target ? `${danishPercent(target.percent, 0)} (${target.source})` : undefined,
    Kilde: indicator.source,
    "Skal bekræftes": indicator.assumptions.join("\n\n")
  };
  return Object.entries(parts).flatMap(([part, text]) =>
    text ? [{about: definitionOf(title), address: `register/indikatorer/${id}#definition`, part, text}] : []
  );
}

function codebookTexts({professions}: SiteFacts["codebook"]): Text[] {
  return professions.flatMap(({label, questions}) =>
    questions.flatMap((question) => {
      const about = `Skemaet for ${label.toLowerCase()}`;
      const text = {about, address: "skemaer"};
      return [
        {...text, part: `Spørgsmålet ${question.id}`, text: question.label},
        ...question.answers.map((answer) => ({
          ...text,
          part: `Svaret ${question.id}.${answer.id}`,
          text: answer.label
        }))
      ];
    })
  );
}

/** A text a row, by its code. */
function codelistTexts(root: string): Text[] {
  const lists = readCodelists(join(root, "data/codelists"));
  return (Object.keys(codelistColumns) as CodelistName[]).flatMap((name) =>
    (lists[name] as Record<string, string>[]).map((row) => ({
      about: `Kodelisten »${listTitles[name].title}«`,
      address: "metode/indikatorer#koder-der-skal-bekraeftes",
      part: codeOf(name, row),
      text: [
        ...codelistColumns[name].map((column) => row[column]).filter((cell) => cell && cell !== codeOf(name, row)),
        row.status === "confirmed" ? "bekræftet" : "skal bekræftes"
      ].join(", ")
    }))
  );
}

function recommendationTexts(indicators: RegisterFacts["indicators"], root: string): Text[] {
  const folder = join(root, "data/recommendations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .flatMap((file) => {
      const indicator = indicators.find(({id}) => file === `${id}.md`);
      if (!indicator) return [];
      const [first, ...sections] = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").split(/^## /m);
      const text = {
        about: `Teksten om »${indicator.title}«`,
        address: `register/indikatorer/${indicator.id}#styregruppens-anbefaling`
      };
      return [
        {...text, part: "Indledning", text: plain(first!)},
        ...sections.map((section) => {
          const end = section.indexOf("\n");
          return {...text, part: section.slice(0, end).trim(), text: plain(section.slice(end))};
        })
      ].filter(({text}) => text !== "");
    });
}

/** Markdown as its words, a paragraph or a point of a list each. */
function plain(markdown: string): string {
  return markdown
    .trim()
    .split(/\n\s*\n|\n(?=- )/)
    .map((paragraph) =>
      paragraph
        .replace(/^- /, "")
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/\*+/g, "")
        .replace(/\s+/g, " ")
        .trim()
    )
    .filter(Boolean)
    .join("\n\n");
}

/** What is said otherwise in one part: the paragraphs that were there, and those that are. */
export interface TextChange {
  part: string;
  before: string[];
  after: string[];
}

/** Texts on the same that are edited, each with what it said and says; what is the same is left out. */
export function editedTexts(
  before: readonly Text[],
  after: readonly Text[]
): (Pick<Text, "about" | "address"> & {changes: TextChange[]})[] {
  const [then, now] = [before, after].map(gathered);
  const abouts = [...now!.keys(), ...[...then!.keys()].filter((about) => !now!.has(about))];
  return abouts.flatMap((about) => {
    const [old, today] = [then!.get(about), now!.get(about)];
    // What comes or goes as a whole is told as that.
    if (!old || !today) return [];
    const parts = [...new Set([...today.parts.keys(), ...old.parts.keys()])];
    const changes = parts.flatMap((part) => {
      const [was, is] = [old.parts.get(part) ?? [], today.parts.get(part) ?? []];
      const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))];
      return gone.length + come.length === 0 ? [] : [{part, before: gone, after: come}];
    });
    return changes.length === 0 ? [] : [{about, address: today.address, changes}];
  });
}

/** By what they are about; a part that is there more than once, such as a code of two times, has all its paragraphs. */
function gathered(texts: readonly Text[]): Map<string, {address: string; parts: Map<string, string[]>}> {
  const found = new Map<string, {address: string; parts: Map<string, string[]>}>();
  for (const {about, address, part, text} of texts) {
    const one = found.get(about) ?? {address, parts: new Map<string, string[]>()};
    found.set(about, one);
    one.parts.set(part, [...(one.parts.get(part) ?? []), ...text.split("\n\n")]);
  }
  return found;
}

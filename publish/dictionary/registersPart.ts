import {join} from "node:path";
import {readCodelists, type CodelistName} from "../../data-loaders/ground/codelists.js";
import type {Indicator} from "../../data-loaders/indicators/definition/indicator.js";
import {
  diagnosisGroupWords,
  drugTypeWords,
  outcomeWords,
  providerWords,
  sectorWords,
  specialtyWords,
  type Words
} from "../../data-loaders/ground/registerWords.js";
import {codeOf, listTitles} from "../../data-loaders/facts/unconfirmedCodes.js";
import type {Part, Section} from "./entry.js";
import type {Uses} from "./usedOn.js";

/** Of lists with more rows than this only the number of rows is given: the file has them all. */
const mostCodes = 60;

/** Codes that are no plain English words; the diagnosis groups as ICD-10 calls them. */
const englishCodes: Record<string, string> = {
  private: "private hospital",
  neuropathic: "for neuropathic pain only",
  opioid: "opioids only",
  primary: "practice, primary care",
  secondary: "hospital, secondary care",
  either: "at least one of them",
  DM47: "Spondylosis",
  DM48: "Other spondylopathies",
  DM51: "Other intervertebral disc disorders",
  DM54: "Dorsalgia"
};

function englishOf(code: string): string {
  return englishCodes[code] ?? code.replaceAll("_", " ");
}

/** The indicators by id; their whole definitions have pages of their own. */
export function indicatorsPart(indicators: Indicator[], uses: Uses): Part {
  return {
    id: "indikatorer",
    title: "Indikatorer",
    text: "Indikatorerne ved deres navn i tabellerne. Definitionerne står for sig.",
    sections: [
      {
        id: "indikator-id",
        title: "Indikatorer på registre",
        english: "Indicators on registers",
        pages: [{address: "metode/indikatorer", title: "Definitioner"}],
        entries: indicators.map(({id, title, english, numerator}) => ({
          id: `indicator.${id}`,
          term: id,
          meaning: `${title}. Tæller: ${numerator}`,
          english,
          facts: [],
          pages: [{address: `register/indikatorer/${id}`, title}, ...uses.id(id)]
        }))
      }
    ]
  };
}

/** Codes that stand in the tables on registers, and the lists by which registers are read. */
export function codesPart(root: string, uses: Uses): Part {
  const codelists = readCodelists(join(root, "data/codelists"));
  const words: [id: string, title: string, english: string, words: Words, table: string, column: string][] = [
    ["specialty", "Specialer", "Specialties", specialtyWords, "first_contacts", "specialty"],
    [
      "diagnosis_group",
      "Diagnosegrupper",
      "Diagnosis groups",
      diagnosisGroupWords(codelists),
      "diagnoses",
      "diagnosis_group"
    ],
    ["drug_type", "Lægemiddeltyper", "Types of drug", drugTypeWords, "drug_types", "drug_type"],
    ["sector", "Receptudsteders sektor", "Sector of the prescriber", sectorWords, "prescribers", "sector"],
    [
      "outcome",
      "Udfald på arbejdsmarkedet",
      "Outcomes on the labour market",
      outcomeWords,
      "employment_outcomes",
      "outcome"
    ],
    ["provider", "Kontakt med praksis", "Contact with practice", providerWords, "primary_care_contacts", "provider"]
  ];
  const inTables = words.map(
    ([id, title, english, labels, table, column]): Section => ({
      id: `code.${id}`,
      term: `${table}.${column}`,
      title,
      english,
      pages: uses.column(table, column),
      entries: Object.entries(labels).map(([code, meaning]) => ({
        id: `${id}.${code}`,
        term: code,
        meaning,
        english: englishOf(code),
        facts: [],
        pages: []
      }))
    })
  );
  const lists = (Object.entries(codelists) as [CodelistName, Record<string, string>[]][]).map(
    ([list, rows]): Section => {
      const open = rows.filter(({status}) => status !== "confirmed").length;
      const labels = rows.length <= mostCodes ? rows : [];
      return {
        id: `list.${list}`,
        term: `${list}.csv`,
        title: `${listTitles[list].title}: ${rows.length} rækker${open > 0 ? `, ${open} skal bekræftes` : ""}`,
        english: listTitles[list].english,
        pages:
          open > 0
            ? [{address: "metode/indikatorer#koder-der-skal-bekraeftes", title: "Koder, der skal bekræftes"}]
            : [],
        entries: labels.map((row, i) => ({
          id: `${list}.${i + 1}`,
          term: codeOf(list, row),
          meaning: row.label || row.name || row.provider!,
          facts: [row.diagnosis_group, row.drug_type, row.benefit_group, row.surgery_type, row.reason].filter(
            (fact): fact is string => Boolean(fact)
          ),
          pages: []
        }))
      };
    }
  );
  return {
    id: "koder",
    title: "Koder i registrene",
    text: "Først de koder, der står i tabellerne, og så de kodelister, som registrene læses med. Listerne ligger som filer i data/codelists og kan rettes; deres tekster er kun på dansk.",
    sections: [...inTables, ...lists]
  };
}

import {join} from "node:path";
import {readCodelists, type CodelistName} from "../../data-loaders/ground/codelists.js";
import type {RegisterParameters} from "../../data-loaders/ground/parameters.js";
import type {Indicator} from "../../data-loaders/indicators/definition/indicator.js";
import {
  departmentKinds,
  diagnosisGroupLabels,
  diagnosisGroupsInEnglish,
  drugTypes,
  outcomes,
  providers,
  sectors,
  specialties
} from "../../src/domain/registers.js";
import {capital, type Words} from "../../src/domain/words.js";
import {codeOf, listTitles} from "../../data-loaders/facts/unconfirmedCodes.js";
import type {Part, Section} from "./entry.js";
import type {Uses} from "./usedOn.js";

/** Of lists with more rows than this only the number of rows is given: the file has them all. */
const mostCodes = 60;

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
export function codesPart(root: string, parameters: Pick<RegisterParameters, "otherSpecialties">, uses: Uses): Part {
  const codelists = readCodelists(join(root, "data/codelists"));
  const diagnosisGroups = Object.fromEntries(
    Object.entries(diagnosisGroupLabels(codelists.back_diagnoses)).map(([id, danish]) => [
      id,
      {danish, english: diagnosisGroupsInEnglish[id] ?? id}
    ])
  );
  const words: [id: string, title: string, english: string, words: Words, table: string, column: string][] = [
    ["specialty", "Specialer", "Specialties", specialtiesIn(parameters), "first_contacts", "specialty"],
    ["kind", "Afdelingers art", "Kinds of department", departmentKinds, "first_contact_kinds", "kind"],
    ["diagnosis_group", "Diagnosegrupper", "Diagnosis groups", diagnosisGroups, "diagnoses", "diagnosis_group"],
    ["drug_type", "Lægemiddeltyper", "Types of drug", drugTypes, "drug_types", "drug_type"],
    ["sector", "Receptudsteders sektor", "Sector of the prescriber", sectors, "prescribers", "sector"],
    [
      "outcome",
      "Udfald på arbejdsmarkedet",
      "Outcomes on the labour market",
      outcomes,
      "employment_outcomes",
      "outcome"
    ],
    ["provider", "Kontakt med praksis", "Contact with practice", providers, "primary_care_contacts", "provider"]
  ];
  const inTables = words.map(
    ([id, title, english, labels, table, column]): Section => ({
      id: `code.${id}`,
      term: `${table}.${column}`,
      title,
      english,
      pages: uses.column(table, column),
      entries: Object.entries(labels).map(([code, {danish, english}]) => ({
        id: `${id}.${code}`,
        term: code,
        meaning: capital(danish),
        english,
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

/** The specialties; `other` says where it is counted when no table has it. */
function specialtiesIn({otherSpecialties: place}: Pick<RegisterParameters, "otherSpecialties">): Words {
  if (place === "other") return specialties;
  const {danish, english} = specialties[place];
  return {
    ...specialties,
    other: {
      danish: `${specialties.other.danish}; tæller her med som ${danish}`,
      english: `${specialties.other.english}; here counted with ${english}`
    }
  };
}

import {readCodelists} from "../../data-loaders/ground/codelists.js";
import {join} from "node:path";
import {modelWords} from "../../data-loaders/models/modelWords.js";
import {coreColumns, coreColumnWords, regionColumn} from "../../src/domain/coreColumns.js";
import type {CellType} from "../../data-loaders/sources/registers/cells.js";
import {defaultRegisterSettings} from "../../data-loaders/ground/registerSettings.js";
import {registerSpecs} from "../../data-loaders/sources/registers/registerSpecs.js";
import type {Part} from "./entry.js";

const typeWords: Record<CellType, string> = {
  key: "nøgle",
  text: "tekst",
  code: "kode",
  date: "dato",
  moment: "dato eller tidspunkt",
  time: "klokkeslæt",
  validity: "dato",
  number: "tal",
  integer: "heltal",
  week: "uge"
};

/** What DREAM's columns are called: one a week, and one a month. */
const dreamColumns = ["y_2301", "beskgrad_2023_01"];

/**
 * The columns of every extract, and the tables between them and those that are published.
 * Nobody but the analyst has them.
 */
export function sourcesPart(root: string): Part {
  const file = {
    codelists: readCodelists(join(root, "data/codelists")),
    path: "",
    delivered: dreamColumns,
    fileNo: 1,
    settings: defaultRegisterSettings
  };
  return {
    id: "udtraek",
    title: "Udtræk og mellemtabeller",
    text: "Det, som tabellerne beregnes af. Det handler om personer og bliver hos analytikeren; ingen side viser det.",
    sections: [
      {
        id: "extract.audit",
        term: "audit",
        title: "Auditens registreringer",
        english: "The audit's registrations",
        pages: [{address: "metode/datakvalitet", title: "Datakvalitet"}],
        entries: ([...coreColumns, regionColumn] as const).map((name) => ({
          id: `extract.audit.${name}`,
          term: name,
          ...coreColumnWords[name],
          facts: name === regionColumn ? ["kan mangle"] : [],
          pages: []
        }))
      },
      ...registerSpecs.map(({kind, label, columns}) => ({
        id: `extract.${kind}`,
        term: kind,
        title: label,
        pages: [{address: "metode/datakvalitet", title: "Datakvalitet"}],
        entries: columns(file).map(({name, meaning, english, type, aliases = [], optional}) => ({
          id: `extract.${kind}.${name.replace("ø", "oe").replace("å", "aa")}`,
          term: name,
          meaning,
          english,
          facts: [
            typeWords[type],
            ...(aliases.length > 0 ? [`også: ${aliases.join(", ")}`] : []),
            ...(optional ? ["kan mangle"] : [])
          ],
          pages: []
        }))
      })),
      {
        id: "mellemtabeller",
        title: "Mellemtabeller",
        english: "Models between extracts and tables",
        pages: [],
        entries: modelWords.map(({name, meaning, english}) => ({
          id: `model.${name}`,
          term: name,
          meaning,
          english,
          facts: [],
          pages: []
        }))
      }
    ]
  };
}

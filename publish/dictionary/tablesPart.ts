import {publishedShape} from "../../data-loaders/disclosure/participants.js";
import type {DisclosureRules} from "../../data-loaders/ground/rules.js";
import {publishedColumns} from "../../data-loaders/disclosure/withhold.js";
import {tables} from "../../data-loaders/tables/index.js";
import type {Column} from "../../data-loaders/tables/table.js";
import type {Part} from "./entry.js";
import type {Uses} from "./usedOn.js";

const typeWords: Record<Column["type"], string> = {
  INTEGER: "heltal",
  DOUBLE: "tal",
  VARCHAR: "tekst",
  BOOLEAN: "ja eller nej",
  DATE: "dato"
};

/** Every column of every table as the rules publish it. */
export function tablesPart(uses: Uses, rules: DisclosureRules): Part {
  return {
    id: "tabeller",
    title: "Offentliggjorte tabeller",
    text: "Tabellerne bag siderne, som de kan hentes. Under hver kolonne står de sider, hvis forespørgsler læser den.",
    sections: tables.map((table) => ({
      id: table.name,
      term: table.name,
      title: table.title,
      pages: [...uses.table(table.name), {address: "data", title: "Hent data"}],
      entries: publishedColumns(publishedShape(table, rules)).map(({name, type, meaning, english, unit}) => ({
        id: `${table.name}.${name}`,
        term: name,
        meaning,
        english,
        facts: [typeWords[type], ...(unit ? [`enhed: ${unit}`] : [])],
        pages: uses.column(table.name, name)
      }))
    }))
  };
}

import {textContent} from "domutils";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import {answersElement} from "../../src/components/data/answers.js";
import {dataElement} from "../framework/bundle.js";
import {pagesOf, parseJson, type FinishedSite} from "./finishedSite.js";
import type {GatedTable} from "./gatedTables.js";
import {elementsOf, isData} from "./saidByPage.js";

/** The JSON files of a site that are no answers, by the name of their element in a page. */
function dataFiles({files}: FinishedSite): Map<string, string> {
  return new Map(files.filter((file) => /^_file\/data\/.*\.json$/.test(file)).map((file) => [dataElement(file), file]));
}

/** What a site says of itself; undefined where it does not. */
export function readFacts(site: FinishedSite): (SiteFacts & {registers: RegisterFacts}) | undefined {
  const [own, registers] = ["rygatlas-site.json", "rygatlas-registers.json"].map((id) => dataFiles(site).get(id));
  return own && registers
    ? {...parseJson<SiteFacts>(site.text(own), own), registers: parseJson(site.text(registers), registers)}
    : undefined;
}

/**
 * Whether the data laid in pages are those of the files beside, and a page has no other. Returns one sentence a fault.
 */
export function embeddedData(site: FinishedSite): string[] {
  const files = dataFiles(site);
  return pagesOf(site).flatMap((page) =>
    elementsOf(site.page(page))
      .filter(isData)
      .flatMap((element) => {
        const id = element.attribs.id ?? "";
        if (id === answersElement) return [];
        const file = files.get(id);
        if (!file) return [`${page} har data »${id}«, som ikke er nogen af webstedets filer.`];
        return textContent(element).replaceAll("\\u003c", "<") === site.text(file).replaceAll("\\u003c", "<")
          ? []
          : [`${page} har andre data end ${file}.`];
      })
  );
}

/**
 * Whether what the site says of itself agrees with its tables: registrations and participants
 * on each form. Returns one sentence a fault.
 */
export function siteFactsAgree(site: FinishedSite, tables: GatedTable[]): string[] {
  const facts = readFacts(site);
  if (!facts) return ["Webstedets egne oplysninger (site.json og registers.json) mangler; kør npm run build igen."];
  const totals = new Map<string, Map<unknown, number>>();
  for (const row of tables.find(({table}) => table.name === "audit_answers")?.rows ?? []) {
    if (row.consultation !== "all" || row.patient_group !== "all" || typeof row.total !== "number") continue;
    const rounds =
      totals.get(String(row.profession)) ?? totals.set(String(row.profession), new Map()).get(String(row.profession))!;
    rounds.set(row.round, row.total);
  }
  return facts.forms.flatMap(({profession, registrations}) => {
    const known = totals.get(profession);
    const sum = [...(known?.values() ?? [])].reduce((all, one) => all + one, 0);
    return !known || sum === registrations
      ? []
      : [`site.json siger ${registrations} registreringer for ${profession}, men tabellerne ${sum}.`];
  });
}

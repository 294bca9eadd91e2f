import {publishedColumns} from "../../data-loaders/disclosure/withhold.js";
import type {FinishedSite} from "./finishedSite.js";
import type {GatedTable} from "./gatedTables.js";

/** A civil registration number: a day, a month, a year and four digits, not in the middle of a longer number. */
const civil = /(?<![\d.,-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?![\d.,])/;
/** A pseudonymised key: a long hexadecimal number or a UUID. Seals and hashes of files are 64 or at most 16 digits. */
const pseudonym =
  /(?<![\da-f])(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?=[\da-f]*\d)(?=[\da-f]*[a-f])[\da-f]{20,63})(?![\da-f])/i;
/** Column names under which registers keep the keys of people, contacts, forms and prescribers. */
const keys =
  /["'\s,{](?:pnr|cpr(?:nr)?|v_cpr|registration_no|dw_ek_\w+|person_id|contact_id|course_id|recu|recnum|v_recnum|prescriber_id|ydernr)["'\s]*:/i;

/**
 * Whether anything in a site could be the key of a person, contact, registration or
 * prescriber. Returns one sentence a fault.
 */
export function identifiers(site: FinishedSite, tables: GatedTable[]): string[] {
  const texts = site.files.filter((file) => /\.(?:html|json|xml|txt)$/.test(file) && file !== "release.json");
  return [
    ...texts.flatMap((file) => keysIn(file, site.text(file))),
    ...tables.flatMap(({file, table, rows}) => {
      const strings = publishedColumns(table)
        .filter(({type}) => type === "VARCHAR")
        .map(({name}) => name);
      const values = new Set(rows.flatMap((row) => strings.map((name) => String(row[name] ?? ""))));
      return keysIn(file, [...values].join("\n"));
    })
  ];
}

function keysIn(file: string, text: string): string[] {
  // In a hash any digits can come about.
  const looked = text.replace(/'sha256-[^']*'|data:image\/[^"')]*|(?<![\da-f])[\da-f]{64}(?![\da-f])/g, "");
  if (civil.test(looked)) return [`${file} har et tal, der kan være et CPR-nummer.`];
  if (pseudonym.test(looked)) return [`${file} har en nøgle, der kan stå for en person eller en kontakt.`];
  const key = keys.exec(looked)?.[0].replace(/[^\w]/g, "");
  return key ? [`${file} har feltet ${key}, som er en nøgle til personer, kontakter eller skemaer.`] : [];
}

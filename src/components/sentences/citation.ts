import type {SiteFacts} from "../../../data-loaders/siteFacts.js";

/** What a citation is made from. */
export interface Citation {
  site: Pick<SiteFacts, "codebook" | "synthetic" | "date" | "seal">;
  /** The table cited; all of them where it is left out. */
  table?: {name: string; title: string};
  /** Where the reader is, with or without choices. */
  address: string;
  /** The day of the download. */
  today: Date;
}

/** How to cite a table so that somebody else can find the very same figures: title, data, seal, address and day. */
export function citation({site, table, address, today}: Citation): string {
  const what = table ? `${table.title} (tabellen ${table.name})` : "alle tabeller";
  return `Rygatlas: ${what}. Audit: ${site.codebook.title}, ${dataText(site)}. Segl ${site.seal.slice(0, 12)}. Hentet ${dateText(today)} fra ${withoutChoices(address)}`;
}

/** Which data the figures rest on: `syntetiske data`, `udtræk af 3. marts 2026`. */
export function dataText({synthetic, date}: Pick<SiteFacts, "synthetic" | "date">): string {
  if (synthetic) return "syntetiske data";
  return date === null ? "egne udtræk" : `udtræk af ${dateText(new Date(date))}`;
}

function dateText(date: Date): string {
  return new Intl.DateTimeFormat("da-DK", {dateStyle: "long", timeZone: "UTC"}).format(date);
}

function withoutChoices(address: string): string {
  const {origin, pathname} = new URL(address);
  return origin + pathname;
}

/** What figures are computed from. */
export interface Source extends Data {
  /** Such as `Audit: Lænderygsmerter`. */
  name: string;
  seal: string;
}

/** Extracts or the twin. */
interface Data {
  synthetic: boolean;
  /** Date of the newest extract; null for the twin. */
  date: string | null;
  /** What stands as it was released before. */
  disclosure?: {released: readonly unknown[]};
}

/** What a citation is made from. */
export interface Citation {
  sources: Source[];
  /** The table cited; all of them where it is left out. */
  table?: {name: string; title: string};
  /** The table's own seal; the sources' where it is left out. */
  seal?: string;
  /** Where the reader is, with or without choices. */
  address: string;
  /** The day of the download. */
  today: Date;
}

/** How to cite a table so that somebody else can find the very same figures: title, data, seal, address and day. */
export function citation({sources, table, seal, address, today}: Citation): string {
  const what = table ? `${table.title} (tabellen ${table.name})` : "alle tabeller";
  const data = sources.map((source) => `${source.name}, ${dataText(source)}`).join(". ");
  const seals = seal ? [seal] : sources.map((source) => source.seal);
  return `Rygatlas: ${what}. ${data}. Segl ${seals.map((one) => one.slice(0, 12)).join(" og ")}. Hentet ${dateText(today)} fra ${withoutChoices(address)}`;
}

/** Which data figures rest on: `syntetiske data`, `udtræk af 3. marts 2026`. */
export function dataText({synthetic, date, disclosure}: Data): string {
  if (synthetic) return "syntetiske data";
  const extracts = date === null ? "egne udtræk" : `udtræk af ${dateText(new Date(date))}`;
  return disclosure?.released.length ? `${extracts} og tidligere udgivelser` : extracts;
}

function dateText(date: Date): string {
  return new Intl.DateTimeFormat("da-DK", {dateStyle: "long", timeZone: "UTC"}).format(date);
}

function withoutChoices(address: string): string {
  const {origin, pathname} = new URL(address);
  return origin + pathname;
}

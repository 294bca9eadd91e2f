import {mkdirSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {openSession, text} from "../data-loaders/engine/session.js";
import type {Settings} from "../data-loaders/ground/settings.js";

/** What names a person, or the contact of one, in a file of registers. */
const personColumns = ["pnr", "cpr"];
const contactColumn = "dw_ek_kontakt";

/**
 * A delivery of registers with one of so many of another's people: theirs are every row of those kept, and what is of
 * nobody, such as departments and the population, is as it was.
 * @param delivery folder with a folder of each kind, CSV or Parquet
 * @returns how many people have a hospital contact
 */
export async function fewerPeople(settings: Settings, delivery: string, into: string, oneOf: number): Promise<number> {
  const session = await openSession({...settings, temporary: join(into, "..", "duckdb")});
  const kept = (column: string) => `try_cast(${column} AS BIGINT) % ${oneOf} = 0`;
  try {
    await session.run("CREATE TABLE kept_contacts (contact VARCHAR, person VARCHAR)");
    // Contacts first: other files name those.
    const kinds = readdirSync(delivery).sort((a, b) => Number(b === "lpr_contacts") - Number(a === "lpr_contacts"));
    for (const kind of kinds) {
      mkdirSync(join(into, kind), {recursive: true});
      for (const file of readdirSync(join(delivery, kind))) {
        const path = text(join(delivery, kind, file));
        const read = file.endsWith(".parquet")
          ? `read_parquet(${path})`
          : `read_csv(${path}, delim = ';', header = true, all_varchar = true, encoding = 'latin-1')`;
        const columns = (await session.rows(`FROM (DESCRIBE FROM ${read})`)).map(({column_name}) =>
          String(column_name)
        );
        const person = columns.find((column) => personColumns.includes(column.toLowerCase()));
        const rows = person
          ? `FROM ${read} WHERE ${kept(person)}`
          : columns.includes(contactColumn)
            ? `FROM ${read} WHERE ${contactColumn} IN (SELECT contact FROM kept_contacts)`
            : `FROM ${read}`;
        if (kind === "lpr_contacts")
          await session.run(
            `INSERT INTO kept_contacts SELECT ${contactColumn}, ${person!} FROM ${read} WHERE ${kept(person!)}`
          );
        await session.run(`COPY (${rows}) TO ${text(join(into, kind, `${file}.parquet`))} (FORMAT parquet)`);
      }
    }
    const [{people}] = (await session.rows("SELECT count(DISTINCT person)::INTEGER AS people FROM kept_contacts")) as [
      {people: number}
    ];
    return people;
  } finally {
    session.close();
  }
}

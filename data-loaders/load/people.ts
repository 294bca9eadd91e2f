import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {name, text, type Session} from "../engine/session.js";
import type {Settings} from "../ground/settings.js";
import {peopleTables, type PeopleTable} from "../models/peopleTables.js";

/** Where the tables on patients lie, which `load` leaves to the analyst. */
export function peopleFolder({workspace}: Pick<Settings, "workspace">): string {
  return join(workspace, "people");
}

/** What the files say that they were computed from; see `peopleSeal`. */
export const peopleKey = "rygatlas_people";

/** Writes tables on patients, of a session with the registers' models, into a folder. */
export async function keepPeople(
  session: Session,
  folder: string,
  seal: string,
  tables: readonly PeopleTable[] = peopleTables
): Promise<void> {
  mkdirSync(folder, {recursive: true});
  for (const table of tables) {
    const file = text(join(folder, `${table.name}.parquet`));
    await session.run(
      `COPY (${table.query}) TO ${file} (FORMAT parquet, KV_METADATA {${name(peopleKey)}: ${text(seal)}})`
    );
  }
}

import type {Codebook} from "../ground/codebook.js";
import {text, type Session} from "../engine/session.js";
import {Refusal} from "../ground/refusal.js";
import type {AnswerColumn} from "./auditColumns.js";

/**
 * A form whose profession occurs must be there whole: an absent column would read as nothing ticked.
 * @throws Refusal naming the first column that is absent and who asks it
 */
export async function refuseMissingColumns(
  session: Session,
  from: {file: string; header: string[]; columns: AnswerColumn[]; codebook: Codebook; parquet: string}
): Promise<void> {
  const {file, header, columns, codebook, parquet} = from;
  const absent = columns.filter((column) => !header.includes(column.name));
  if (absent.length === 0) return;
  const present = await session.rows<{profession: string}>(
    `SELECT DISTINCT profession FROM read_parquet(${text(parquet)}) WHERE profession IS NOT NULL`
  );
  for (const column of absent) {
    const asking = column.forms
      .map((i) => codebook.professions[i]!)
      .find((p) => present.some((row) => row.profession === p.id));
    if (asking) {
      throw new Refusal(
        `${file}, linje 1: kolonnen »${column.name}« mangler, men skulle være der, fordi filen har registreringer fra ${asking.id}; tilføj kolonnen, eller skriv dens alias under aliases i settings.yaml.`
      );
    }
  }
}

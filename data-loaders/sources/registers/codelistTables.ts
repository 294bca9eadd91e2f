import {name, text, type Session} from "../../engine/session.js";
import {codelistColumns, type CodelistName, type Codelists} from "../../ground/codelists.js";

/** Puts each list into the session as a table `code_<list>`, with dates of validity as DATE (NULL: open). */
export async function createCodelists(session: Session, codelists: Codelists): Promise<void> {
  for (const [list, rows] of Object.entries(codelists) as [CodelistName, Record<string, string>[]][]) {
    const columns = [...codelistColumns[list], "source", "status"];
    const types = columns.map(
      (c) => `${name(c)} ${c.startsWith("valid_") ? "DATE" : c.startsWith("code_") ? "INTEGER" : "VARCHAR"}`
    );
    await session.run(`CREATE OR REPLACE TEMP TABLE ${name(`code_${list}`)} (${types.join(", ")})`);
    if (rows.length === 0) continue;
    const values = rows.map((row) => `(${columns.map((c) => (row[c] === "" ? "NULL" : text(row[c]!))).join(", ")})`);
    await session.run(`INSERT INTO ${name(`code_${list}`)} VALUES ${values.join(", ")}`);
  }
}

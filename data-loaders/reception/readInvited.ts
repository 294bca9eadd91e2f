import {existsSync, readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import type {Codebook} from "../ground/codebook.js";
import {quoted, Refusal} from "../ground/refusal.js";

/**
 * The invited, as `profession participant`: a CSV with the columns `profession` and `participant_no`.
 * @throws Refusal naming the file and the line that cannot be used
 */
export function readInvited(file: string, codebook: Codebook): string[] {
  if (!existsSync(file)) throw new Refusal(`${file} findes ikke; angiv en CSV med profession og participant_no.`);
  const rows = csvParse(
    readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .replaceAll(";", ",")
  );
  const lacking = ["profession", "participant_no"].find((column) => !rows.columns.includes(column));
  if (lacking) throw new Refusal(`${file}, linje 1: kolonnen ${quoted(lacking)} mangler; tilføj den.`);
  return rows.map(({profession = "", participant_no: no = ""}, i) => {
    if (!codebook.professions.some(({id}) => id === profession))
      throw new Refusal(`${file}, linje ${i + 2}: faggruppen ${quoted(profession)} findes ikke i kodebogen; ret den.`);
    if (!no) throw new Refusal(`${file}, linje ${i + 2}: deltageren mangler; skriv dens nummer.`);
    return `${profession} ${no}`;
  });
}

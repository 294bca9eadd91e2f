import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {citizen, contact, csv, diagnosis, type Fields} from "./sources/registers/registerExtract.js";

/**
 * Writes a small delivery of registers: two people with a back contact each in 2023/24, among
 * contacts that span every period and the two years before.
 * @param extracts the folder that gets a folder for each register
 */
export function writeSmallRegisters(
  extracts: string,
  change: (contacts: Fields[]) => Fields[] = (contacts) => contacts
): void {
  const seen = [
    ["old", "p9", "2019-07-01"],
    ["a", "p1", "2023-07-01"],
    ["b", "p2", "2024-06-30"],
    ["again", "p1", "2023-09-01"],
    ["last", "p9", "2025-12-31"]
  ] as const;
  const contacts = seen.map(([id, person, day]) =>
    contact({
      dw_ek_kontakt: id,
      pnr: person,
      dato_start: day,
      dato_slut: day,
      aktionsdiagnose: person === "p9" ? "DI109" : "DM545"
    })
  );
  const codes = seen.map(([id, person]) =>
    diagnosis({dw_ek_kontakt: id, diagnosekode: person === "p9" ? "DI109" : "DM545", diagnosetype: "A"})
  );
  put(join(extracts, "lpr_contacts/kontakter.csv"), csv(change(contacts)));
  put(join(extracts, "lpr_diagnoses/diagnoser.csv"), csv(codes));
  for (const year of [2021, 2022, 2023])
    put(
      join(extracts, `bef/bef${year}-06-30.csv`),
      csv(["p1", "p2", "p9"].map((pnr) => citizen({pnr, referencetid: `${year}-06-30`})))
    );
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text, "latin1");
}

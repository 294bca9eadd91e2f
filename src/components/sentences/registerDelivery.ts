import {sum} from "d3-array";
import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import {count} from "../words/format.js";
import {dataText} from "../data/citation.js";

/** What became of the rows of the registers: how many were read, kept, left out and rejected. */
export function registerDelivery({read, synthetic, date}: Pick<RegisterFacts, "read" | "synthetic" | "date">): string {
  const total = (field: "files" | "read" | "kept" | "leftOut" | "rejected") => count(sum(read, (kind) => kind[field]));
  return (
    `Registrene er ${dataText({synthetic, date})}: af ${total("read")} rækker i ${total("files")} filer er ${total("kept")} beholdt, ` +
    `${total("leftOut")} udeladt og ${total("rejected")} afvist.`
  );
}

/** Whether registers are missing. */
export function notDelivered(missing: RegisterFacts["missing"]): string {
  if (missing.length === 0) return "Alle registre er leveret.";
  return missing.length === 1 ? "Ét register er ikke leveret:" : `${count(missing.length)} registre er ikke leveret:`;
}

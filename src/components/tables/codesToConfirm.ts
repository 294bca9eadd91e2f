import {group} from "d3-array";
import type {Unconfirmed} from "../../../data-loaders/facts/unconfirmedCodes.js";
import {dataTable} from "./dataTable.js";

/** Codes beyond this many are counted, not listed: the code list has them. */
const most = 12;

/** The rows of code lists that the data owner has yet to confirm, and where they are from. */
export function codesToConfirm(unconfirmed: readonly Unconfirmed[]): HTMLElement {
  const rows = [...group(unconfirmed, ({title}) => title)].flatMap(([title, of]) =>
    of.map(({codes, source}) => ({title, codes: codesText(codes), source}))
  );
  return dataTable({
    caption: "Koder, der skal bekræftes",
    rows,
    columns: [
      {field: "title", label: "Kodeliste"},
      {field: "codes", label: "Koder"},
      {field: "source", label: "Hvor de er fra"}
    ]
  });
}

function codesText(codes: readonly string[]): string {
  const rest = codes.length - most;
  return rest > 0 ? `${codes.slice(0, most).join(", ")} og ${rest} til` : codes.join(", ");
}

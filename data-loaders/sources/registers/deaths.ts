import type {RegisterSpec} from "./registerSpec.js";
import {person} from "./sharedRules.js";

/** Deaths. Without them, absence from the next population snapshot counts as having left. */
export const deaths: RegisterSpec = {
  kind: "deaths",
  label: "Dødsfald",
  without: "dødsfald kendes kun ved, at personen mangler i næste befolkningsopgørelse",
  span: "date",
  columns: () => [
    person,
    {
      name: "date",
      meaning: "Dødsdag",
      english: "Day of death",
      aliases: ["dato", "d_dodsdto", "doddato", "d_doddato"],
      type: "date",
      filled: true
    }
  ],
  output: () => [
    {name: "person_id", type: "VARCHAR", sql: "pnr"},
    {name: "date", type: "DATE", sql: "date"}
  ],
  leftOut: () => [],
  checks: () => []
};

import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {areaColumns, periodColumn, registerStatusColumn} from "../registerTable.js";
import type {Table} from "../table.js";

/** How many live in each area, by the public population count: the denominator of shares of the population. */
export const table: Table<RegisterModels> = {
  name: "residents",
  title: "Borgere i landet, regionerne og kommunerne",
  place: 80,
  columns: [
    periodColumn,
    ...areaColumns,
    {
      name: "adults",
      type: "INTEGER",
      meaning: "Borgere i databasens aldre ved periodens begyndelse",
      english: "Residents of the ages of the database at the start of the period",
      unit: "borgere",
      counts: "residents"
    },
    {
      name: "inhabitants",
      type: "INTEGER",
      meaning: "Borgere i alle aldre ved periodens begyndelse; tom, hvor folketallet er uden børn",
      english: "Residents of all ages at the start of the period; empty where the population count has no children",
      unit: "borgere",
      counts: "residents"
    },
    registerStatusColumn
  ],
  rows: ({session}) =>
    session.rows(`
      SELECT period, area_type, area_id, adults::INTEGER AS adults, inhabitants::INTEGER AS inhabitants,
        'shown' AS status
      FROM areas JOIN adults USING (period, area_type, area_id)
      ORDER BY ALL`)
};

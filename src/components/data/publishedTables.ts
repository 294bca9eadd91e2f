import {FileAttachment} from "observablehq:stdlib";
import type {TableFacts} from "../../../data-loaders/load/tableFacts.js";

/** Every published table in words, for the pages that list them. */
export const published: TableFacts[] = await FileAttachment("../../data/tables.json").json<TableFacts[]>();

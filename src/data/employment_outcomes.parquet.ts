import {serve} from "../../data-loaders/commands/serve.js";

await serve("employment_outcomes.parquet");

import {serve} from "../../data-loaders/facts/serve.js";

await serve("employment_outcomes.parquet");

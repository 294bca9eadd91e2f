import {serve} from "../../data-loaders/serve.js";

await serve("employment_outcomes.parquet");

import {serve} from "../../data-loaders/facts/serve.js";

await serve("drug_types.parquet");

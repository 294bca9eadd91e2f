import {serve} from "../../data-loaders/serve.js";

await serve("drug_types.parquet");

import {serve} from "../../data-loaders/commands/serve.js";

await serve("drug_types.parquet");

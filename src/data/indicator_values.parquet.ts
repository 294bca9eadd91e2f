import {serve} from "../../data-loaders/commands/serve.js";

await serve("indicator_values.parquet");

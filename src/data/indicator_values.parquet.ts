import {serve} from "../../data-loaders/facts/serve.js";

await serve("indicator_values.parquet");

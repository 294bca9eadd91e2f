import {serve} from "../../data-loaders/serve.js";

await serve("indicator_values.parquet");

import {serve} from "../../data-loaders/serve.js";

await serve("means.parquet");

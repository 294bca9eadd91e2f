import {serve} from "../../data-loaders/serve.js";

await serve("variation.parquet");

import {serve} from "../../data-loaders/serve.js";

await serve("key_figures.parquet");

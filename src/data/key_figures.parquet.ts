import {serve} from "../../data-loaders/facts/serve.js";

await serve("key_figures.parquet");

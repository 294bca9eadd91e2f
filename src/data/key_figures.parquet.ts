import {serve} from "../../data-loaders/commands/serve.js";

await serve("key_figures.parquet");

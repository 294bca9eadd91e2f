import {serve} from "../../data-loaders/facts/serve.js";

await serve("pathways.parquet");

import {serve} from "../../data-loaders/facts/serve.js";

await serve("codebook.parquet");

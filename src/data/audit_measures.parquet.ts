import {serve} from "../../data-loaders/facts/serve.js";

await serve("audit_measures.parquet");

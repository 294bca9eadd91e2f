import {serve} from "../../data-loaders/serve.js";

await serve("audit_ages.parquet");

import {serve} from "../../data-loaders/serve.js";

await serve("audit_round_changes.parquet");

import {serve} from "../../data-loaders/facts/serve.js";

await serve("audit_round_changes.parquet");

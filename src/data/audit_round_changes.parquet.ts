import {serve} from "../../data-loaders/commands/serve.js";

await serve("audit_round_changes.parquet");

import {serve} from "../../data-loaders/commands/serve.js";

await serve("pathway_rule_checks.parquet");

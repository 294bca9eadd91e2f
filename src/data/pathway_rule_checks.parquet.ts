import {serve} from "../../data-loaders/serve.js";

await serve("pathway_rule_checks.parquet");

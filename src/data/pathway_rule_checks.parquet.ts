import {serve} from "../../data-loaders/facts/serve.js";

await serve("pathway_rule_checks.parquet");

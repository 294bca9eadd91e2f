import {serve} from "../../data-loaders/commands/serve.js";

await serve("patient_flows.parquet");

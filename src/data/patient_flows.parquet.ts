import {serve} from "../../data-loaders/facts/serve.js";

await serve("patient_flows.parquet");

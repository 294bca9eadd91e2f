import {serve} from "../../data-loaders/serve.js";

await serve("patient_flows.parquet");

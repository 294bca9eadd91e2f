import {serve} from "../../data-loaders/facts/serve.js";

await serve("primary_care_contacts.parquet");

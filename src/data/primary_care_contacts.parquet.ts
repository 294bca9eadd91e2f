import {serve} from "../../data-loaders/serve.js";

await serve("primary_care_contacts.parquet");

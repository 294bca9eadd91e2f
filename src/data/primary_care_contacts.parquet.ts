import {serve} from "../../data-loaders/commands/serve.js";

await serve("primary_care_contacts.parquet");

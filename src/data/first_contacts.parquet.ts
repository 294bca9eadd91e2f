import {serve} from "../../data-loaders/commands/serve.js";

await serve("first_contacts.parquet");

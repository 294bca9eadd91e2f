import {serve} from "../../data-loaders/serve.js";

await serve("first_contacts.parquet");

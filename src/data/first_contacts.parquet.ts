import {serve} from "../../data-loaders/facts/serve.js";

await serve("first_contacts.parquet");

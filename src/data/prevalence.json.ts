import {serve} from "../../data-loaders/commands/serve.js";

await serve("prevalence.json");

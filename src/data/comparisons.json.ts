import {serve} from "../../data-loaders/serve.js";

await serve("comparisons.json");

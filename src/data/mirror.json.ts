import {serve} from "../../data-loaders/serve.js";

await serve("mirror.json");

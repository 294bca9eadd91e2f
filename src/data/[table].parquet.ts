import {serve} from "../../data-loaders/commands/serve.js";

await serve(process.argv.slice(2));

import {caseFacts} from "../../data-loaders/programme/caseFacts.js";

process.stdout.write(JSON.stringify(caseFacts(process.cwd())));

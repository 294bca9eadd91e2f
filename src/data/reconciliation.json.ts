import {serveReconciliation} from "../../data-loaders/reconcile/facts.js";

await serveReconciliation();

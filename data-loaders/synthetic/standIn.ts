import {together} from "../engine/together.js";
import {ownExtracts, type Delivery, type Extracts} from "../sources/delivery.js";
import type {Settings} from "../ground/settings.js";

/**
 * Finds the extracts of the day: somebody's own, and the synthetic twin's for the kinds that
 * are not delivered. The twin's code is only loaded where it stands in for something.
 * @param folder a folder of extracts instead of the settings'
 * @throws Refusal when a folder asked for holds no extract
 */
export async function findDelivery(settings: Settings, folder?: string): Promise<Delivery> {
  const own = ownExtracts(settings, folder);
  // One twin is made by JavaScript, the other by DuckDB, each on a core of its own.
  const [audit, registers] = await together([
    own.audit ?? twin().then(({auditTwin}) => auditTwin(settings)),
    own.registers ?? twin().then(({registerTwin}) => registerTwin(settings))
  ]);
  return {audit, registers};
}

/** The audit's part of {@link findDelivery}. */
export async function findAudit(settings: Settings): Promise<Extracts> {
  return ownExtracts(settings).audit ?? (await twin()).auditTwin(settings);
}

function twin() {
  return import("./twin.js");
}

import {join} from "node:path";
import type {DisclosureRules} from "../../data-loaders/ground/rules.js";
import {readSettings, type Settings} from "../../data-loaders/ground/settings.js";
import {checkout} from "./project.js";

/** An audit on another subject than ours: its code book and its extracts. */
export const inventedAudit = join(checkout, "test/fixtures/invented-audit");

/** The settings as delivered, for the invented audit in a project of its own, by some rules. */
export function inventedSettings(root: string, rules: Partial<DisclosureRules>): Settings {
  const {disclosure, ...delivered} = readSettings(checkout);
  return {
    ...delivered,
    root,
    codebook: join(inventedAudit, "codebook"),
    extracts: join(inventedAudit, "extracts"),
    workspace: join(root, "workspace"),
    disclosure: {...disclosure, audit: {...disclosure.audit, ...rules}}
  };
}

import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {generateX25519Identity, identityToRecipient} from "age-encryption";
import {Refusal} from "../ground/refusal.js";

/**
 * Makes the organiser's pair of keys: the secret one in a file of its own, the public one for the settings.
 * @returns the public key, `age1…`
 * @throws Refusal where the file is there: what was encrypted to the key in it could never be read again
 */
export async function makeKeys(file: string): Promise<string> {
  if (existsSync(file))
    throw new Refusal(`${file} findes allerede; vælg et andet navn, så den gamle nøgle ikke går tabt.`);
  const secret = await generateX25519Identity();
  const key = await identityToRecipient(secret);
  mkdirSync(dirname(file), {recursive: true});
  // Nobody else on the machine may read it.
  writeFileSync(file, `# Offentlig nøgle: ${key}\n${secret}\n`, {mode: 0o600, flag: "wx"});
  return key;
}

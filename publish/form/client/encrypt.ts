import {Encrypter} from "age-encryption";

/** A text encrypted to the organiser's public key, `age1…`, in the format of age (https://age-encryption.org/v1). */
export async function encrypt(text: string, key: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(key);
  return encrypter.encrypt(text);
}

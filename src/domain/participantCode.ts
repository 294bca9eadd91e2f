/** How the published hashes of participants' codes were made. */
export interface CodeHash {
  /** Of random bytes, one for all codes, in hexadecimal. */
  salt: string;
  iterations: number;
}

/** The signs of a code, five bits each: Crockford's base 32, where no two are taken for each other. */
export const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code as it was handed out (`7K3M-09XV-…`), from how somebody wrote it; undefined when it can be none. */
export function readCode(written: string): string | undefined {
  const plain = written.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain.match(/.{4}/g)!.join("-") : undefined;
}

/**
 * The hash by which a code is published: PBKDF2 with HMAC-SHA-256 (RFC 8018), 256 bits in hexadecimal. It is slow,
 * so that trying codes is. The same in Node and in the browser, which has it on secure connections only.
 */
export async function hashOfCode(code: string, {salt, iterations}: CodeHash): Promise<string> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(code), "PBKDF2", false, ["deriveBits"]);
  const bytes = Uint8Array.from(salt.match(/../g)!, (pair) => parseInt(pair, 16));
  const bits = await crypto.subtle.deriveBits({name: "PBKDF2", hash: "SHA-256", salt: bytes, iterations}, key, 256);
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

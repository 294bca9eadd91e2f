import {pbkdf2Sync} from "node:crypto";
import {describe, expect, test} from "vitest";
import {hashOfCode, readCode} from "../../src/domain/participantCode.js";

const hex = (text: string) => Buffer.from(text, "utf8").toString("hex");

describe("the hash of a code", () => {
  // RFC 7914, section 11: test vectors for PBKDF2-HMAC-SHA-256; the first 32 of their 64 bytes.
  test.each([
    ["passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"],
    ["Password", "NaCl", 80_000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"]
  ])("is PBKDF2-HMAC-SHA-256 of »%s« with »%s«, %d times", async (password, salt, iterations, expected) => {
    expect(await hashOfCode(password, {salt: hex(salt), iterations})).toBe(expected);
  });

  test("is what OpenSSL makes of a code, as many times as are asked for", async () => {
    const codes = {salt: "0f".repeat(32), iterations: 600_000};
    const expected = pbkdf2Sync(
      "7K3M-09XV-Q2ZT-H8RC",
      Buffer.from(codes.salt, "hex"),
      codes.iterations,
      32,
      "sha256"
    ).toString("hex");
    expect(await hashOfCode("7K3M-09XV-Q2ZT-H8RC", codes)).toBe(expected);
  });
});

test.each(["7K3M-01XV-Q2ZT-H8RC", " 7k3m o1xv q2zt h8rc ", "7K3MOIXVQ2ZTH8RC", "7k3m-olxv-q2zt-h8rc"])(
  "»%s« is read as the code it was handed out as",
  (written) => {
    expect(readCode(written)).toBe("7K3M-01XV-Q2ZT-H8RC");
  }
);

test.each([
  "",
  "17",
  "7K3M-01XV-Q2ZT-H8R",
  "7K3M-01XV-Q2ZT-H8RCC",
  "7K3M-01XV-Q2ZT-H8RU",
  "<img src=x onerror=alert(1)>"
])("»%s« is no code", (written) => {
  expect(readCode(written)).toBeUndefined();
});

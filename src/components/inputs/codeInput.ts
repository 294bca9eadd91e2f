import type {Input} from "./choices.js";
import {element} from "../dom/dom.js";
import {recallOwn, rememberOwn} from "./ownSession.js";
import {hashOfCode, readCode, type CodeHash} from "../../domain/participantCode.js";
import {field, privateGroup} from "./privateInput.js";

/** What a code came to: the hash that names a bar, or a message. */
export type OwnCode = {hash: string} | {message: string};

/**
 * Where a reader types the private code they were given, to see their own bar. The browser
 * hashes it here; the code lives in this tab's session storage only. The value is null until
 * something is typed, and another `input` follows when the hash is there.
 */
export function codeInput(codes: CodeHash): Input<OwnCode | null> {
  const code = field(
    "Din private kode",
    element("input", {
      type: "text",
      autocomplete: "off",
      autocapitalize: "characters",
      maxlength: 40,
      size: 24,
      spellcheck: "false"
    })
  );
  code.control.value = recallOwn().code ?? "";
  let own: OwnCode | null = null;
  let typed = "";
  const group = privateGroup(
    [code.box],
    code.control,
    "Din kode bliver i denne fane. Den sendes ingen steder og kommer hverken med i links eller i filer, du henter.",
    (): OwnCode | null => {
      const now = code.control.value.trim();
      // When the hash is there, nothing new was typed.
      if (now === typed) return own;
      typed = now;
      rememberOwn(typed ? {code: typed} : null);
      own = typed ? {message: begin(typed)} : null;
      return own;
    }
  );
  return group;

  function begin(text: string): string {
    const read = readCode(text);
    if (!read)
      return "En kode er 16 bogstaver og tal, i fire grupper af fire. Skriv den, som den står i brevet fra organisatoren.";
    if (!globalThis.crypto?.subtle)
      return "Browseren kan kun kontrollere en kode på en sikker forbindelse; åbn siden med https.";
    void hashOfCode(read, codes).then((hash) => {
      if (text !== typed) return;
      own = {hash};
      group.dispatchEvent(new Event("input", {bubbles: true}));
    });
    return "Koden kontrolleres …";
  }
}

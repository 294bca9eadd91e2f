import type {Input} from "./choices.js";
import {element} from "../dom/dom.js";
import {recallOwn, rememberOwn} from "./ownSession.js";
import {hashOfCode, readCode, type CodeHash} from "../../domain/participantCode.js";
import {field} from "./privateInput.js";

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
  const forget = element("button", {type: "button"}, "Glem mig");
  const group = element(
    "div",
    {class: "choices private", role: "group", "aria-label": "Din egen søjle"},
    code.box,
    forget,
    element(
      "p",
      {class: "private-note"},
      "Din kode bliver i denne fane. Den sendes ingen steder og kommer hverken med i links eller i filer, du henter."
    )
  ) as unknown as Input<OwnCode | null>;

  let value: OwnCode | null = null;
  let typed = "";
  const read = () => {
    // When the hash is there, nothing new was typed.
    if (code.control.value.trim() === typed) return;
    typed = code.control.value.trim();
    rememberOwn(typed ? {code: typed} : null);
    value = typed ? {message: begin(typed)} : null;
  };
  const begin = (text: string): string => {
    const own = readCode(text);
    if (!own)
      return "En kode er 16 bogstaver og tal, i fire grupper af fire. Skriv den, som den står i brevet fra organisatoren.";
    if (!globalThis.crypto?.subtle)
      return "Browseren kan kun kontrollere en kode på en sikker forbindelse; åbn siden med https.";
    void hashOfCode(own, codes).then((hash) => {
      if (text !== typed) return;
      value = {hash};
      group.dispatchEvent(new Event("input", {bubbles: true}));
    });
    return "Koden kontrolleres …";
  };
  // Registered before anyone else's, so the value is right when they hear of it.
  group.addEventListener("input", read);
  forget.addEventListener("click", () => {
    code.control.value = "";
    group.dispatchEvent(new Event("input", {bubbles: true}));
  });
  read();
  return Object.defineProperty(group, "value", {get: () => value});
}

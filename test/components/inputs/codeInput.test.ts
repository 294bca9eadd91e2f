import {beforeEach, describe, expect, test, vi} from "vitest";
import type {OwnCode} from "../../../src/components/inputs/codeInput.js";
import {hashOfCode} from "../../../src/domain/participantCode.js";
import {ownBar} from "../../../src/components/inputs/ownBar.js";
import {evil, openPage} from "../browser.js";

const address = "http://localhost/audit/variation?fag=gp";
let codeInput: typeof import("../../../src/components/inputs/codeInput.js").codeInput;
beforeEach(async () => {
  openPage(address);
  ({codeInput} = await import("../../../src/components/inputs/codeInput.js"));
});

const codes = {salt: "0f".repeat(32), iterations: 1000};
const code = "7K3M-09XV-Q2ZT-H8RC";
const make = () => {
  const input = codeInput(codes);
  const next = () =>
    new Promise<OwnCode | null>((resolve) => input.addEventListener("input", () => resolve(input.value), {once: true}));
  const type = (text: string) => {
    const field = input.querySelector("input")!;
    field.value = text;
    field.dispatchEvent(new Event("input", {bubbles: true}));
  };
  return {input, next, type};
};

describe("where a reader types their private code", () => {
  test("the hash is made here, and the code stays in the tab: not in the address, nor asked for anywhere", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const {input, next, type} = make();
    expect(input.value).toBeNull();
    type(code.toLowerCase());
    expect(input.value).toEqual({message: "Koden kontrolleres …"});
    expect(await next()).toEqual({hash: await hashOfCode(code, codes)});
    expect(document.location.href).toBe(address);
    expect([document.cookie, window.localStorage.length]).toEqual(["", 0]);
    expect(input.querySelector("form, [name]")).toBeNull();
    expect(fetched).not.toHaveBeenCalled();
    expect(window.sessionStorage.length).toBe(1);
    expect(await make().next()).toEqual(input.value);
  });

  test.each(["17", "7K3M-09XV", evil])("»%s« is reported to be no code, and no hash is made", (text) => {
    const {input, type} = make();
    type(text);
    expect(input.value).toEqual({message: expect.stringMatching(/^En kode er 16 bogstaver og tal/)});
    expect(input.querySelector("img")).toBeNull();
  });

  test("a code that is typed over before its hash is there is never shown", async () => {
    const {input, next, type} = make();
    type(code);
    type("0000-0000-0000-0000");
    expect(await next()).toEqual({hash: await hashOfCode("0000-0000-0000-0000", codes)});
    input.querySelector("button")!.click();
    expect([input.value, window.sessionStorage.length]).toEqual([null, 0]);
  });

  test("without a secure connection the reader reads why", () => {
    vi.stubGlobal("crypto", undefined);
    const {input, type} = make();
    type(code);
    vi.unstubAllGlobals();
    expect(input.value).toEqual({message: expect.stringContaining("https")});
  });
});

describe("the reader's own bar", () => {
  const bars = [
    {participant: "a1", percent: 10},
    {participant: "b2", percent: 20}
  ];
  const shown = {profession: "gp", round: "1"};
  const byNumber = {profession: "gp", round: "1", participant_no: "b2"};

  test("is found by hash and by number", () => {
    for (const own of [{hash: "b2"}, byNumber]) expect(ownBar(own, bars, shown)).toEqual({mine: bars[1], message: ""});
  });

  test("is nobody's before anything is typed", () => {
    expect(ownBar(null, bars, shown)).toEqual({message: ""});
  });

  test("where there is none, a message states it", () => {
    expect(ownBar({hash: "c3"}, bars, shown).message).toMatch(/^Koden har ingen søjle her\. Er den skrevet rigtigt/);
    expect(ownBar({message: "Koden kontrolleres …"}, bars, shown)).toEqual({message: "Koden kontrolleres …"});
    expect(ownBar({...byNumber, participant_no: "9"}, bars, shown).message).toMatch(/^Deltager 9 har ingen søjle her/);
    expect(ownBar({...byNumber, round: "2"}, bars, shown).message).toMatch(/^Vælg din egen faggruppe og runde/);
  });
});

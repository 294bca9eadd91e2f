import fc from "fast-check";
import {beforeEach, describe, expect, test, vi} from "vitest";
import {readChoice, withChoice} from "../../../src/components/inputs/choices.js";
import {evil, openPage} from "../browser.js";

openPage();
const {chooser, choiceBar} = await import("../../../src/components/inputs/choices.js");
const {privateInput} = await import("../../../src/components/inputs/privateInput.js");

const professions = [
  {value: "gp", label: "Praktiserende læger"},
  {value: "chiropractor", label: "Kiropraktorer"},
  {value: "physiotherapist", label: "Fysioterapeuter"},
  {value: "spine_centre", label: "Rygcenter"}
];
const visit = (search: string) => window.history.replaceState({kept: 1}, "", `/audit/variation${search}#figur`);
const pick = (input: HTMLElement, index: number) => {
  const select = input.querySelector("select");
  const control = select ?? input.querySelectorAll<HTMLInputElement>("input[type=radio]")[index]!;
  if (select) select.value = String(index);
  else (control as HTMLInputElement).checked = true;
  control.dispatchEvent(new Event("input", {bubbles: true}));
};

beforeEach(() => {
  visit("");
  window.sessionStorage.clear();
});

describe.each(["select", "radio"] as const)("chooser (%s)", (kind) => {
  const make = () => chooser("fag", {label: "Faggruppe", options: professions, value: "gp", kind});

  test("starts at its default and leaves it out of the address", () => {
    expect(make().value).toBe("gp");
    expect(document.location.search).toBe("");
  });

  test("writes the choice, keeps the rest of the address, and reads it again", () => {
    visit("?besoeg=first");
    const heard = vi.fn();
    const input = make();
    input.addEventListener("input", heard);
    pick(input, 1);
    expect(input.value).toBe("chiropractor");
    expect(heard).toHaveBeenCalledOnce();
    expect(document.location.href).toBe("http://localhost/audit/variation?besoeg=first&fag=chiropractor#figur");
    expect(window.history.state).toEqual({kept: 1});
    expect(make().value).toBe("chiropractor");
    pick(make(), 0);
    expect(document.location.search).toBe("?besoeg=first");
  });

  test.each(["?fag=tandlæge", `?fag=${encodeURIComponent(evil)}`, "?fag="])("%s falls back", (search) => {
    visit(search);
    const input = make();
    expect(input.value).toBe("gp");
    expect(document.location.search).toBe("");
    expect(input.querySelector("img")).toBeNull();
  });

  test("has a name", () => {
    const input = make();
    document.body.append(input);
    const select = input.querySelector("select");
    if (select) expect(select.labels![0]!.textContent).toBe("Faggruppe");
    else expect(input.querySelector("[role=radiogroup]")!.getAttribute("aria-label")).toBe("Faggruppe");
  });
});

test("a bar of choices has one value", () => {
  visit("?fag=spine_centre");
  const bar = choiceBar({
    fag: chooser("fag", {label: "Faggruppe", options: professions}),
    besoeg: chooser("besoeg", {
      label: "Besøg",
      options: [
        {value: "all", label: "Alle"},
        {value: "first", label: "Første"}
      ]
    })
  });
  expect(bar.value).toEqual({fag: "spine_centre", besoeg: "all"});
  pick(bar.querySelectorAll("form")[1]!, 1);
  expect(bar.value).toEqual({fag: "spine_centre", besoeg: "first"});
});

test("the address gives every choice back", () => {
  const text = fc.string({unit: "grapheme"});
  fc.assert(
    fc.property(fc.constantFrom("fag", "svar", "æ ø&="), text, text, (name, value, fallback) => {
      const address = withChoice("http://localhost/x?andet=1#a", name, value, fallback);
      expect(readChoice(new URL(address).search, name, [value, fallback], fallback)).toBe(value);
      expect(new URL(address).searchParams.get("andet")).toBe("1");
    })
  );
});

describe("privateInput", () => {
  const make = () => privateInput({professions, rounds: [{value: "1", label: "Runde 1"}]});
  const type = (input: HTMLElement, text: string) => {
    const field = input.querySelector<HTMLInputElement>("input")!;
    field.value = text;
    field.dispatchEvent(new Event("input", {bubbles: true}));
  };

  test("is remembered in the session only, never in the address", () => {
    const input = make();
    expect(input.value).toBeNull();
    const heard = vi.fn(() => input.value);
    input.addEventListener("input", heard);
    type(input, " 17 ");
    const own = {profession: "gp", round: "1", participant_no: "17"};
    expect(heard).toHaveLastReturnedWith(own);
    expect(make().value).toEqual(own);
    expect(document.location.href).toBe("http://localhost/audit/variation#figur");
    expect(document.cookie).toBe("");
    expect(window.localStorage.length).toBe(0);
    expect(input.querySelector("form, [name]")).toBeNull();
  });

  test("can be forgotten", () => {
    const input = make();
    type(input, "17");
    input.querySelector("button")!.click();
    expect(input.value).toBeNull();
    expect(window.sessionStorage.length).toBe(0);
  });

  test("takes any text as text, and any rubbish in the storage as nothing", () => {
    const input = make();
    type(input, evil);
    expect(make().value!.participant_no).toBe(evil);
    expect(make().querySelector("img")).toBeNull();
    for (const rubbish of ["{", "null", "[1]", '{"participant_no":5,"profession":"x"}']) {
      window.sessionStorage.setItem("rygatlas.own-participant", rubbish);
      expect(make().value).toBeNull();
    }
  });
});

import {join} from "node:path";
import {beforeEach, expect, test, vi} from "vitest";
import {readCodebook} from "../../../data-loaders/ground/codebook.js";
import {checkout} from "../../support/project.js";
import {evil, openPage} from "../browser.js";

openPage();
vi.mock("../../../src/components/data/site.js", () => ({
  site: {codebook: readCodebook(join(checkout, "data/codebooks/laenderyg")), rounds: [1]}
}));
const {choose} = await import("../../../src/components/inputs/choose.js");

const visit = (search: string) => window.history.replaceState(null, "", `/audit/variation${search}#figur`);
const labels = (input: HTMLElement) =>
  Array.from(input.querySelectorAll("option, label"), (option) => option.textContent?.trim());
const pick = (input: HTMLElement, index: number) => {
  const control = input.querySelectorAll<HTMLInputElement>("input[type=radio]")[index];
  const select = input.querySelector("select");
  if (control) control.checked = true;
  else select!.value = String(index);
  (control ?? select)!.dispatchEvent(new Event("input", {bubbles: true}));
};
beforeEach(() => visit(""));

test("offers the choices of the site, the first chosen, in Danish", () => {
  const input = choose("profession");
  expect(input.value).toBe("gp");
  expect(labels(input)).toEqual(expect.arrayContaining(["Praktiserende læger", "Kiropraktorer"]));
  expect(input.hidden).toBe(false);
});

test("stands in the address under its Danish name and keeps the rest", () => {
  visit("?emne=purpose&andet=1");
  const input = choose("consultation");
  pick(input, 1);
  expect(input.value).toBe("first");
  expect(document.location.href).toBe("http://localhost/audit/variation?emne=purpose&andet=1&konsultation=first#figur");
  expect(choose("consultation").value).toBe("first");
  pick(input, 0);
  expect(document.location.search).toBe("?emne=purpose&andet=1");
});

test("a choice that depends on another is made from what is chosen there", () => {
  visit("?svar=referred_from.gp");
  const input = choose("question", {chosen: {profession: "spine_centre"}});
  expect(labels(input)).toContain("Henvist fra");
  expect(labels(choose("question", {chosen: {profession: "gp"}}))).not.toContain("Henvist fra");
});

test("an answer that the profession chosen does not have gives way to the first, and leaves the address", () => {
  visit("?fag=gp&svar=actions.own_clinic_radiography");
  expect(choose("measure", {chosen: {profession: "chiropractor"}}).value).toBe("actions.own_clinic_radiography");
  expect(document.location.search).toContain("svar=actions.own_clinic_radiography");
  expect(choose("measure", {chosen: {profession: "gp"}}).value).toBe("mri_earlier_or_referred");
  expect(document.location.search).toBe("?fag=gp");
});

test("a page may have another default, if there is such a choice", () => {
  expect(choose("block", {value: "actions"}).value).toBe("actions");
  expect(document.location.search).toBe("");
  expect(choose("block", {value: "nothing"}).value).toBe("sex");
});

test("a page may leave choices out", () => {
  const input = choose("profession", {only: ({value}) => value.startsWith("spine")});
  expect(input.value).toBe("spine_centre");
  expect(labels(input)).not.toContain("Kiropraktorer");
});

test("a choice of one takes no room but has its value", () => {
  const input = choose("round");
  expect(input.hidden).toBe(true);
  expect(input.value).toBe("1");
});

test("markup in the address is only a choice that does not exist", () => {
  visit(`?fag=${encodeURIComponent(evil)}`);
  const input = choose("profession");
  expect(input.value).toBe("gp");
  expect(input.querySelector("img")).toBeNull();
  expect(document.location.search).toBe("");
});

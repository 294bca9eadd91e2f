import {expect, test, vi} from "vitest";
import {readFolder} from "../../../src/components/folder/folderStore.js";
import {meetingFound} from "../../../src/components/findings/meetingFound.js";
import type {AuditRow} from "../../../src/components/findings/professionDiffers.js";
import {openPage} from "../browser.js";

const page = openPage();
vi.stubGlobal("localStorage", page.window.localStorage);
const {meetingSheet} = await import("../../../src/components/panels/meetingSheet.js");

const forms = [
  {id: "gp", label: "Praktiserende læger", inText: "praktiserende læger", participants: 40},
  {id: "chiropractor", label: "Kiropraktorer", inText: "kiropraktorer", participants: 40},
  {id: "physiotherapist", label: "Fysioterapeuter", inText: "fysioterapeuter", participants: 40}
];
const answer = (profession: string, ref: string, percent: number): AuditRow => ({
  profession,
  ref,
  label: ref,
  n: percent * 4,
  total: 400,
  percent,
  low: percent - 4,
  high: percent + 4
});
const handled = [
  answer("gp", "actions.new_consultation", 17),
  answer("chiropractor", "actions.new_consultation", 77),
  answer("physiotherapist", "actions.new_consultation", 74),
  answer("gp", "actions.exercise_instruction", 45),
  answer("chiropractor", "actions.exercise_instruction", 46)
];
const spread = (measure: string, between: number | null, low: number | null) => ({
  profession: "gp",
  measure,
  units: 40,
  chance_share: 30,
  between_spread: between,
  between_spread_low: low
});
const chosen = [forms[0]!];

test("the widest differences first, each answer once, and nothing that chance explains", () => {
  const found = meetingFound(chosen, forms, {
    handled,
    participantSpread: [spread("actions.exercise_instruction", 20, 12), spread("actions.new_consultation", 5, 0)]
  });
  expect(found.within.map(({form, findings}) => [form.id, findings.map(({subject}) => subject)])).toEqual([
    ["gp", ["gp actions.exercise_instruction"]]
  ]);
  // Of the two professions that differ from the GPs the one further away; exercises differ from nobody's.
  expect(found.across.map(({subject}) => subject)).toEqual(["actions.new_consultation chiropractor"]);
  expect(found.compared).toBe(5);
});

test("what is ticked as a cause goes along into the meeting folder with the question", async () => {
  const sheet = meetingSheet(meetingFound(chosen, forms, {handled, participantSpread: []}), {source: "auditten"});
  document.body.replaceChildren(sheet);
  expect(sheet.querySelector("h2")!.textContent).toBe("Inden for faggruppen: praktiserende læger");
  expect(sheet.querySelector(".findings-none")!.textContent).toContain("end tilfældighed kan forklare");
  const causes = [...sheet.querySelectorAll<HTMLInputElement>(".causes input")];
  expect(causes.map(({value}) => value)).toEqual(["Patienterne", "Praksis", "Registreringen"]);
  for (const box of [causes[0]!, causes[2]!]) box.click();
  sheet.querySelector<HTMLButtonElement>("[data-folder]")!.click();
  await expect
    .poll(() => readFolder().map(({question}) => question))
    .toEqual([expect.stringContaining("Mødet peger på patienterne og registreringen.")]);
});

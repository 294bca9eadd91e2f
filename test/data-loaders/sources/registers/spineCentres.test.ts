import {expect, it} from "vitest";
import {codelists, csv, load, needed} from "./registerExtract.js";

const departments = (...names: string[]) => ({
  ...needed,
  "lpr_organisations/o.csv": csv(
    names.map((sorenhed_tekst, i) => ({
      sorenhed: `s${i}`,
      sorenhed_tekst,
      region: "1083",
      institutionsejer_type: "Region"
    }))
  )
});
const row = (prefix: string) => ({prefix, label: "", source: "En ordbog", status: "to be confirmed" as const});
const listing = (...prefixes: string[]) => ({codelists: {...codelists, spine_centres: prefixes.map(row)}});

it("a list that names departments of the delivery, in any letters, is read", async () => {
  const {refusal} = await load(departments("RYGCENTER Syd", "Kirurgi"), [], listing("Rygcenter"));
  expect(refusal).toBeUndefined();
});

it("a list that names an unknown department is refused in one sentence: which line, and what to do", async () => {
  const {refusal} = await load(departments("Rygcenter Syd", "Kirurgi"), [], listing("Rygcenter", "Rygklinik Nord"));
  expect(refusal).toBe(
    "Kodelisten spine_centres.csv, linje 3: ingen afdeling i lpr_organisations har et navn, der begynder med »Rygklinik Nord«; ret navnet, som afdelingen hedder i sorenhed_tekst, eller slet linjen."
  );
});

it("where departments have no names, or are not delivered, the list says nothing", async () => {
  expect((await load(departments("", ""), [], listing("Rygcenter"))).refusal).toBeUndefined();
  expect((await load(needed, [], listing("Rygcenter"))).refusal).toBeUndefined();
});

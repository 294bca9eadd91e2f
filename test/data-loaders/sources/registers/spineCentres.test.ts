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

const warned = async (files: Parameters<typeof load>[0], ...prefixes: string[]) => {
  const {delivery} = await load(files, [], listing(...prefixes));
  return delivery!.warnings.filter((warning) => warning.includes("spine_centres"));
};

it("a list that names departments of the delivery, in any letters, is read", async () => {
  expect(await warned(departments("RYGCENTER Syd", "Kirurgi"), "Rygcenter")).toEqual([]);
});

it("an unknown department is warned of in one sentence: which line, what follows, and what to do", async () => {
  expect(await warned(departments("Rygcenter Syd", "Kirurgi"), "Rygcenter", "Rygklinik Nord")).toEqual([
    "Kodelisten spine_centres.csv, linje 3: ingen afdeling i lpr_organisations har et navn, der begynder med »Rygklinik Nord«, så ingen tælles som set der; ret navnet, som afdelingen hedder i sorenhed_tekst, eller slet linjen."
  ]);
});

it("where departments have no names, or are not delivered, the list says nothing", async () => {
  expect(await warned(departments("", ""), "Rygcenter")).toEqual([]);
  expect(await warned(needed, "Rygcenter")).toEqual([]);
});

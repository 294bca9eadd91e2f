import {existsSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {defaultRules, type Participants} from "../../../data-loaders/ground/rules.js";
import {publishedColumns} from "../../../data-loaders/disclosure/withhold.js";
import {tables} from "../../../data-loaders/tables/index.js";
import {dictionary} from "../../../publish/dictionary/dictionary.js";
import {dictionaryHtml} from "../../../publish/dictionary/dictionaryHtml.js";
import type {Part} from "../../../publish/dictionary/entry.js";
import {tablesPart} from "../../../publish/dictionary/tablesPart.js";
import {usesOf} from "../../../publish/dictionary/usedOn.js";
import {pageSource} from "../../../publish/framework/pageSource.js";
import {checkout} from "../../support/project.js";

let parts: Part[];
beforeAll(async () => void (parts = await dictionary(checkout)));

const sections = () => parts.flatMap((part) => part.sections);
const entries = () => sections().flatMap((section) => section.entries);

describe("the data dictionary", () => {
  test("has every published column, answer and indicator", () => {
    const ids = new Set(entries().map(({id}) => id));
    for (const table of tables)
      for (const {name} of publishedColumns(table)) expect(ids.has(`${table.name}.${name}`), name).toBe(true);
    for (const id of [
      "symptoms.radiation_below_knee",
      "measure.severe",
      "form.gp",
      "indicator.repeated_mri",
      "diagnosis_group.DM54",
      "extract.lmdb.atc",
      "model.cohort"
    ])
      expect(ids.has(id), id).toBe(true);
  });

  test("has the columns by the names that the settings publish them under", () => {
    const uses = usesOf(join(checkout, "src"));
    const columns = (participants: Participants) =>
      tablesPart(uses, {...defaultRules, participants})
        .sections.find(({id}) => id === "audit_participants")!
        .entries.map(({term}) => term);
    expect(columns("number")).toContain("participant_no");
    expect(columns("code")).toEqual(
      columns("number").map((name) => (name === "participant_no" ? "participant_hash" : name))
    );
  });

  test("explains all of them in both languages; the texts of code lists are Danish only", () => {
    const lists = new Set(
      sections()
        .filter(({id}) => id.startsWith("list."))
        .flatMap((section) => section.entries)
    );
    for (const entry of entries()) {
      expect(entry.meaning, entry.id).toMatch(/\S/);
      if (!lists.has(entry)) expect(entry.english, entry.id).toMatch(/\S/);
      expect(entry.english === entry.meaning && entry.meaning.length > 20, entry.id).toBe(false);
    }
  });

  test("has one anchor for each, and links to pages that are there", () => {
    const anchors = [...dictionaryHtml(parts, "../").matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
    expect(anchors.filter((id, i) => anchors.indexOf(id) !== i)).toEqual([]);
    const addresses = new Set(
      [...sections(), ...entries()].flatMap(({pages}) => pages.map(({address}) => address.replace(/#.*/, "")))
    );
    for (const address of addresses) {
      const file = pageSource(
        join(checkout, "src"),
        address.endsWith("/") || address === "" ? `${address}index` : address
      );
      expect(file !== undefined && existsSync(file), address).toBe(true);
    }
  });

  test("finds the pages of a column in their own queries", () => {
    const pagesOf = (id: string) =>
      entries()
        .find((entry) => entry.id === id)!
        .pages.map(({address}) => address);
    expect(pagesOf("audit_round_changes.change")).toEqual(["audit/runder"]);
    expect(pagesOf("audit_participants.registrations_band")).toContain("audit/variation");
    expect(pagesOf("patient_flows.contact_no")).toContain("register/patientforloeb");
  });
});

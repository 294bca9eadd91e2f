import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import type {ProgrammeFacts} from "../../data-loaders/programme/programmeFacts.js";
import {sqlCells} from "../../publish/pages/cells.js";
import {fences} from "../../publish/pages/fences.js";
import type {FindingRows, FindingWords} from "../../src/components/findings/found.js";
import type {AreaPlace} from "../../src/components/findings/place.js";
import {areaName, type Area} from "../../src/domain/areas.js";

/** The tables that the front page asks. */
const tables = ["indicator_values", "pathway_rule_checks", "audit_answers", "codebook", "variation"];

/** What the queries of the front page itself, read from its file, answer for an area. */
export type AskFrontPage = (area: string) => Promise<FindingRows>;

/**
 * The front page's queries over the tables in folders.
 * @param folders of two that have a table the first is asked
 * @param published where the tables lie that the queries are written for: those before protection lack some columns
 */
export async function frontPage(folders: readonly string[], published = folders[0]!): Promise<AskFrontPage> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const table of tables) {
    const file = folders.map((folder) => join(folder, `${table}.parquet`)).find((path) => existsSync(path));
    const columns = `(FROM '${join(published, table)}.parquet' LIMIT 0)`;
    await connection.run(`CREATE VIEW ${table} AS FROM '${file}' UNION ALL BY NAME ${columns}`);
  }
  const text = readFileSync("src/index.md", "utf8");
  const names = fences(text).flatMap(({info}) => /^sql id=(\w+)$/.exec(info)?.[1] ?? []);
  const cells = sqlCells({path: "index.md", text});
  const asked = async (parts: readonly string[], values: string[]) => {
    const rows = (await connection.runAndReadAll(parts.join("?"), values)).getRowObjectsJS();
    const plain = (value: unknown) => (typeof value === "bigint" ? Number(value) : value);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
  };
  const everywhere: Record<string, unknown> = {};
  return async (area) => {
    const answers: Record<string, unknown> = {};
    for (const [i, {parts, expressions}] of cells.entries()) {
      const name = names[i]!;
      if (expressions.length === 0) answers[name] = everywhere[name] ??= await asked(parts, []);
      else
        answers[name] = await asked(
          parts,
          expressions.map(() => area)
        );
    }
    return answers as unknown as FindingRows;
  };
}

/** The words of the findings, and the places they are of, from the facts beside the published tables. */
export function findingWords(folder: string): FindingWords & {places: AreaPlace[]} {
  const read = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;
  const [site, registers] = [read<SiteFacts>("site.json"), read<RegisterFacts>("registers.json")];
  const facts = read<ProgrammeFacts["rules"]>("rules.json");
  const known = registers.areas.filter(({id}) => id !== "unknown");
  const placeOf = (one: Area): AreaPlace => {
    const region = known.find(({type, id}) => type === "region" && id === one.region);
    return {
      type: one.type,
      id: one.id,
      name: areaName(one),
      ...(region && {region: {id: region.id, name: areaName(region)}})
    };
  };
  const places = known.map(placeOf);
  return {
    places,
    periods: registers.periods.map(({id}) => id),
    titles: new Map(registers.indicators.map(({id, title}) => [id, title])),
    rules: new Map(facts.rules.map((rule) => [rule.id, rule])),
    reasons: facts.reasons,
    regions: places.filter(({type}) => type === "region"),
    forms: site.codebook.professions
      .filter(({telephoneOf}) => !telephoneOf)
      .map((form) => ({
        ...form,
        participants: site.forms.find(({profession}) => profession === form.id)?.participants
      }))
  };
}

import {name} from "../../engine/session.js";
import {quoted, Refusal} from "../../ground/refusal.js";
import {addDays} from "./addDays.js";
import type {FileContext, RegisterSpec} from "./registerSpec.js";
import type {RegisterSettings} from "../../ground/registerSettings.js";
import {person} from "./sharedRules.js";
import {mondayOf} from "./weeks.js";

/** A column of DREAM and the day its week or month begins. */
export interface DreamColumn {
  name: string;
  start: string;
}

/**
 * Benefits by week and degree of employment by month, one row a person: kept wide, as lists,
 * and unpacked when asked for.
 */
export const dream: RegisterSpec = {
  kind: "dream",
  label: "DREAM",
  without: "indikatoren om fastholdelse i job kan ikke beregnes",
  columns: (file) => [
    person,
    ...weekColumns(file).map(({name}) => ({
      name,
      meaning: "Ydelse i ugen",
      english: "Benefit in the week",
      type: "integer" as const,
      optional: true
    })),
    ...monthColumns(file).map(({name}) => ({
      name,
      meaning: "Beskæftigelsesgrad i måneden",
      english: "Degree of employment in the month",
      type: "number" as const,
      optional: true
    }))
  ],
  output: (file) => [
    {name: "person_id", type: "VARCHAR", sql: "pnr"},
    // Three digits fit; of hundreds of columns delivered in the same type, none need be turned into another.
    {
      name: "benefits",
      type: "SMALLINT[]",
      sql: `TRY_CAST([${weekColumns(file)
        .map((c) => name(c.name))
        .join(", ")}] AS SMALLINT[])`
    },
    {
      name: "employment",
      type: "DOUBLE[]",
      sql: `[${monthColumns(file)
        .map((c) => name(c.name))
        .join(", ")}]`
    }
  ],
  leftOut: () => [],
  checks: (file) => [
    ...weekColumns(file).map((c) => ({
      rule: "code" as const,
      column: c.name,
      broken: `${name(c.name)} NOT BETWEEN 100 AND 999`,
      expected: "en ydelseskode med tre cifre eller tom"
    })),
    ...monthColumns(file).map((c) => ({
      rule: "number" as const,
      column: c.name,
      broken: `${name(c.name)} NOT BETWEEN 0 AND 10`,
      expected: "en beskæftigelsesgrad fra 0 og op, hvor 1 er 37 timer om ugen"
    }))
  ],
  // The least and the greatest leave out what is empty, as the checks do.
  anyBroken: (file) => `${outside(weekColumns(file), 100, 999)} OR ${outside(monthColumns(file), 0, 10)}`,
  refuse(file, context) {
    const wrong = context.delivered.find((column) => weekName.test(column) && !mondayOf(column.slice(2)));
    if (wrong)
      throw new Refusal(
        `${file}: kolonnen ${quoted(wrong)} er en uge, der ikke findes; navnet skulle være y_ og år og uge med to cifre hver, som y_2352.`
      );
    const noMonth = context.delivered.find((column) =>
      /-(00|1[3-9]|[2-9]\d)-01$/.test(monthOf(column, context.settings) ?? "")
    );
    if (noMonth)
      throw new Refusal(
        `${file}: kolonnen ${quoted(noMonth)} er en måned, der ikke findes; måneder skulle være 01 til 12, som beskgrad_2023_01.`
      );
    if (!context.delivered.some((column) => weekName.test(column))) {
      throw new Refusal(
        `${file}: der er ingen kolonner med ugentlige ydelser, men de skulle hedde y_ og år og uge, som y_2301; hent DREAM med dem.`
      );
    }
    // Many deliveries have weeks alone; but what looks like a degree by another name must not be passed over.
    const degree = context.delivered.find((column) => /\d{4}(_\d{2})?$/.test(column) && !/^(y|branche)_/.test(column));
    if (degree && !context.delivered.some((column) => monthOf(column, context.settings))) {
      throw new Refusal(
        `${file}: der er ingen kolonner med beskæftigelsesgrad pr. måned, som passer til mønstret ${quoted(context.settings.employmentColumn)}; skriv mønstret for jeres navne under registers.employment_column i settings.yaml.`
      );
    }
  }
};

function outside(columns: DreamColumn[], from: number, to: number): string {
  const all = columns.map((column) => name(column.name)).join(", ");
  // Within the settings' months a file may have none.
  return columns.length === 0 ? "FALSE" : `least(${all}) < ${from} OR greatest(${all}) > ${to}`;
}

const weekName = /^y_\d{4}$/;

/** The weeks of a file that are read, in its order. */
export function weekColumns({delivered, settings}: FileContext): DreamColumn[] {
  return delivered.flatMap((column) => {
    const start = weekName.test(column) ? mondayOf(column.slice(2)) : undefined;
    return start && within(start, addDays(start, 6), settings) ? [{name: column, start}] : [];
  });
}

/** The months of a file that are read, in its order. */
export function monthColumns({delivered, settings}: FileContext): DreamColumn[] {
  return delivered.flatMap((column) => {
    const start = monthOf(column, settings);
    return start && within(start, start, settings) ? [{name: column, start}] : [];
  });
}

function monthOf(column: string, settings: RegisterSettings): string | undefined {
  const groups = new RegExp(settings.employmentColumn, "i").exec(column)?.groups;
  if (!groups?.year || !groups.month) return undefined;
  const year =
    groups.year.length === 4 ? groups.year : String(Number(groups.year) + (Number(groups.year) < 90 ? 2000 : 1900));
  return `${year}-${groups.month.padStart(2, "0")}-01`;
}

function within(first: string, last: string, {dreamMonths}: RegisterSettings): boolean {
  return !dreamMonths || (last >= `${dreamMonths.from}-01` && first <= `${dreamMonths.to}-31`);
}

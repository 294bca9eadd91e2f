import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import * as v from "valibot";
import {defaultRules, type DisclosureRules, type Side} from "./rules.js";
import {issueInWords, readYaml} from "./readYaml.js";
import {defaultParameters, type RegisterParameters} from "./parameters.js";
import {Refusal} from "./refusal.js";
import {defaultRegisterSettings, type RegisterSettings} from "./registerSettings.js";

const Day = v.pipe(v.string(), v.check(isDay, "en dag som 2023-07-01"));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const Period = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[^\s"'<>]{1,20}$/, "et kort navn som 2023/24")),
    from: Day,
    to: Day
  }),
  v.check(({from, to}) => from <= to, "en periode, der begynder, før den slutter")
);
const SmallCounts = {
  threshold: v.optional(v.pipe(Count, v.minValue(1))),
  interval: v.optional(v.strictObject({from: Count, to: Count})),
  smallest_denominator: v.optional(Count),
  printed: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String)))
};

const SettingsSpec = v.strictObject({
  codebook: v.optional(v.string(), "laenderyg"),
  audit_key: v.optional(
    v.pipe(v.string(), v.regex(/^(age1[0-9a-z]{58})?$/, "en offentlig nøgle, der begynder med age1, eller tom")),
    ""
  ),
  extracts: v.optional(v.string(), "data/extracts"),
  workspace: v.optional(v.string(), "data/workspace"),
  site_address: v.optional(
    v.pipe(v.string(), v.regex(/^https?:\/\/[^\s?#]+$/, "en adresse, der begynder med http:// eller https://")),
    "https://rygatlas.example/"
  ),
  contact: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^([^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+|https:\/\/[^\s<>"]+)?$/,
        "en mailadresse eller en adresse, der begynder med https://"
      )
    ),
    ""
  ),
  max_rejected_percent: v.optional(Percent, 5),
  corrections: v.optional(v.picklist(["refused", "newest"]), "refused"),
  coverage: v.optional(v.strictObject({audit: v.optional(Percent, 20), registers: v.optional(Percent, 90)}), {}),
  memory_limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d+(\.\d+)?\s*(MB|GB)$/, "et tal med MB eller GB, såsom 3GB")),
    "3GB"
  ),
  threads: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 2),
  synthetic: v.optional(
    v.strictObject({
      seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 20101),
      scale: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
      second_round: v.optional(v.boolean(), false)
    }),
    {}
  ),
  released_periods: v.optional(v.picklist(["frozen", "anew"]), "frozen"),
  most_answers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 2000),
  aliases: v.optional(
    v.pipe(
      v.custom<object>((names) => !Array.isArray(names)),
      v.record(v.string(), v.string())
    ),
    {}
  ),
  values: v.optional(v.record(v.string(), v.record(v.string(), v.union([v.string(), v.number()]))), {}),
  sheets: v.optional(v.record(v.string(), v.pipe(v.union([v.string(), v.number()]), v.transform(String))), {}),
  registers: v.optional(
    v.strictObject({
      aliases: v.optional(v.record(v.string(), v.record(v.string(), v.string())), {}),
      employment_column: v.optional(
        v.pipe(v.string(), v.check(namesAMonth, "et mønster med grupperne year og month")),
        defaultRegisterSettings.employmentColumn
      ),
      least_known_percent: v.optional(Percent, defaultRegisterSettings.leastKnownPercent),
      periods: v.optional(
        v.pipe(
          v.array(Period),
          v.check(
            (periods) => periods.length > 0 && new Set(periods.map(({id}) => id)).size === periods.length,
            "mindst én periode, og hver med sit eget navn"
          )
        ),
        defaultParameters.periods
      ),
      years_without: v.optional(Count, defaultParameters.yearsWithout),
      minimum_age: v.optional(Count, defaultParameters.minimumAge),
      flow_contacts: v.optional(v.pipe(Count, v.minValue(2)), defaultParameters.flowContacts),
      slack_days: v.optional(Count, defaultParameters.slackDays),
      other_specialties: v.optional(
        v.picklist(["other", "acute", "medicine", "surgery"]),
        defaultParameters.otherSpecialties
      )
    }),
    {}
  ),
  disclosure: v.optional(
    v.strictObject({
      // What is said here holds for both sides, unless one of them says something else.
      ...SmallCounts,
      audit: v.optional(v.strictObject(SmallCounts), {}),
      registers: v.optional(v.strictObject(SmallCounts), {}),
      smallest_mean: v.optional(Count, defaultRules.smallestMean),
      protect_missing: v.optional(v.boolean(), defaultRules.protectMissing),
      participants: v.optional(v.picklist(["number", "code", "hidden"]), defaultRules.participants)
    }),
    {}
  )
});

/** What `settings.yaml` says, checked. Folders are absolute; `root` is the project's own folder. */
export interface Settings {
  root: string;
  codebook: string;
  /** The organiser's public key that hand-ins of the form are encrypted to; empty where they are plain. */
  auditKey: string;
  extracts: string;
  workspace: string;
  /** Where the site will lie on the web; ends with a slash. */
  siteAddress: string;
  /** Where readers write to the data controller: an e-mail address or a page's; empty where nothing is said of it. */
  contact: string;
  /** Share of rows that may be rejected, in percent. */
  maxRejectedPercent: number;
  /** The share of those who could have been covered, in percent, below which results say that they rest on few. */
  coverage: Record<Side, number>;
  /** Whether a later file of the audit, by name, corrects an earlier one. */
  newestWins: boolean;
  memoryLimit: string;
  threads: number;
  synthetic: {seed: number; scale: number; secondRound?: boolean};
  /** Whether periods and rounds of kept releases stay as they were released, or are computed anew. */
  releasedPeriods: "frozen" | "anew";
  /** SQL cells with more combinations of choices than this are answered in the browser. */
  mostAnswers: number;
  /** Column names of a delivery: theirs to ours. */
  aliases: Record<string, string>;
  /** What values of an audit are called here, by column: theirs to ours. */
  values: Record<string, Record<string, string>>;
  /** Which sheet of a workbook is read, by the name of the file. */
  sheets: Record<string, string>;
  registers: RegisterSettings;
  /** How small counts of the audit, and of registers, are protected. */
  disclosure: Record<Side, DisclosureRules>;
  parameters: RegisterParameters;
}

/**
 * Reads `settings.yaml` of a project folder.
 * @throws Refusal naming the setting, what was found and what was expected.
 */
export function readSettings(root: string): Settings {
  const file = join(root, "settings.yaml");
  const found = parse(file) ?? {};
  refuseRemoved(found);
  const result = v.safeParse(SettingsSpec, found);
  if (!result.success) {
    throw new Refusal(`settings.yaml: ${issueInWords(result.issues[0], "filen")}; ret indstillingen.`);
  }
  const spec = result.output;
  return {
    root,
    codebook: join(root, "data/codebooks", spec.codebook),
    auditKey: spec.audit_key,
    extracts: resolve(root, spec.extracts),
    workspace: resolve(root, spec.workspace),
    siteAddress: spec.site_address.replace(/\/*$/, "/"),
    contact: spec.contact,
    maxRejectedPercent: spec.max_rejected_percent,
    coverage: spec.coverage,
    newestWins: spec.corrections === "newest",
    memoryLimit: spec.memory_limit,
    threads: spec.threads,
    synthetic: {
      seed: spec.synthetic.seed ?? 20101,
      scale: spec.synthetic.scale ?? 1,
      ...(spec.synthetic.second_round && {secondRound: true})
    },
    releasedPeriods: spec.released_periods,
    mostAnswers: spec.most_answers,
    aliases: spec.aliases,
    values: Object.fromEntries(
      Object.entries(spec.values).map(([column, ours]) => [
        column.toLowerCase(),
        Object.fromEntries(Object.entries(ours).map(([theirs, our]) => [theirs, String(our)]))
      ])
    ),
    sheets: spec.sheets,
    registers: {
      sheets: spec.sheets,
      aliases: lowerCase(spec.registers.aliases ?? {}),
      employmentColumn: spec.registers.employment_column ?? defaultRegisterSettings.employmentColumn,
      leastKnownPercent: spec.registers.least_known_percent ?? defaultRegisterSettings.leastKnownPercent
    },
    parameters: {
      periods: spec.registers.periods ?? defaultParameters.periods,
      yearsWithout: spec.registers.years_without ?? defaultParameters.yearsWithout,
      minimumAge: spec.registers.minimum_age ?? defaultParameters.minimumAge,
      flowContacts: spec.registers.flow_contacts ?? defaultParameters.flowContacts,
      slackDays: spec.registers.slack_days ?? defaultParameters.slackDays,
      otherSpecialties: spec.registers.other_specialties ?? defaultParameters.otherSpecialties
    },
    disclosure: {audit: rulesOf("audit", spec), registers: rulesOf("registers", spec)}
  };
}

function rulesOf(side: Side, {disclosure}: v.InferOutput<typeof SettingsSpec>): DisclosureRules {
  const own = {...disclosure, ...disclosure[side]};
  const {threshold = defaultRules.threshold} = own;
  return {
    threshold,
    interval: own.interval ?? {from: 1, to: threshold},
    smallestDenominator: own.smallest_denominator ?? threshold,
    smallestMean: own.smallest_mean ?? defaultRules.smallestMean,
    protectMissing: own.protect_missing ?? defaultRules.protectMissing,
    participants: own.participants ?? defaultRules.participants,
    printed: own.printed ?? defaultRules.printed
  };
}

/** Settings of `disclosure` that earlier versions had. */
const removed = ["smallest_participants", "largest_share", "rounding_base"];

/** @throws Refusal when a settings file from an earlier version still names one of them, whatever its value */
function refuseRemoved(found: unknown): void {
  const {disclosure} = found as {disclosure?: unknown};
  if (typeof disclosure !== "object" || disclosure === null) return;
  const named = removed.filter((name) => name in disclosure).map((name) => `"disclosure.${name}"`);
  if (named.length > 0)
    throw new Refusal(
      `settings.yaml: ${named.join(" og ")} findes ikke længere; fjern ${named.length > 1 ? "linjerne" : "linjen"}.`
    );
}

function lowerCase(aliases: Record<string, Record<string, string>>): RegisterSettings["aliases"] {
  return Object.fromEntries(
    Object.entries(aliases).map(([kind, names]) => [
      kind.toLowerCase(),
      Object.fromEntries(Object.entries(names).map(([theirs, ours]) => [theirs.toLowerCase(), ours.toLowerCase()]))
    ])
  );
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function namesAMonth(pattern: string): boolean {
  try {
    return new RegExp(pattern) !== null && pattern.includes("(?<year>") && pattern.includes("(?<month>");
  } catch {
    return false;
  }
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Refusal(`settings.yaml kan ikke læses i ${file}; kør kommandoen fra projektets mappe.`);
  }
  return readYaml(text, "settings.yaml");
}

import {ascending, group, sum} from "d3-array";
import {christiansoe, residences, unknownMunicipality, type Area} from "../../src/domain/areas.js";
import {cohortStepLabels, contactKnowledge, diagnosisGroupLabels} from "../../src/domain/registers.js";
import {capital} from "../../src/domain/words.js";
import type {Row} from "../engine/session.js";
import type {Codelists} from "../ground/codelists.js";
import type {Incomplete} from "../indicators/definition/completeness.js";
import type {Reach} from "../indicators/definition/reach.js";
import type {Indicator} from "../indicators/definition/indicator.js";
import type {Period, RegisterParameters} from "../ground/parameters.js";
import {stayedBehind, type RegisterDelivery} from "../sources/registers.js";
import {registerSpecs} from "../sources/registers/registerSpecs.js";
import type {Written} from "../disclosure/writeTables.js";
import {unconfirmedCodes, type Unconfirmed} from "./unconfirmedCodes.js";

/**
 * What pages on registers know without a query: their choices, the definitions, the words,
 * and where the figures come from.
 */
export interface RegisterFacts {
  synthetic: boolean;
  /** Date of the newest extract; null for the twin. */
  date: string | null;
  seal: string;
  /** The oldest first. */
  periods: Period[];
  /** Those of the newest period's last day, and `unknown`: the country, the regions and the municipalities by code. */
  areas: Area[];
  indicators: Omit<Indicator, "sql" | "values" | "among">[];
  parameters: Omit<RegisterParameters, "periods">;
  /** The Danish labels that depend on code lists and parameters. */
  words: Record<"diagnosisGroups" | "cohortSteps", Record<string, string>>;
  /** What is not published of a period, since an extract ends too soon or begins too late. */
  incomplete: Pick<Incomplete, "subject" | "period">[];
  /** Rows by register: names of files stay with the analyst. */
  read: {kind: string; label: string; files: number; read: number; kept: number; leftOut: number; rejected: number}[];
  /** Rows that a rule of the register excludes. */
  leftOut: RegisterDelivery["leftOut"];
  rejects: RegisterDelivery["rejectsByRule"];
  /** Registers that were not delivered, and what therefore cannot be computed. */
  missing: {kind: string; label: string; without: string}[];
  /**
   * How much of a register's keys another register knows, and of its codes a code list, in percent: counts would tell
   * of single people.
   */
  meetings: {label: string; column: string; other: string; what: "keys" | "codes"; percent: number | null}[];
  /**
   * Of back contacts in the periods, those with a known residence and department, in percent, as published; null where
   * nothing is. Below `least` results rest on few.
   */
  coverage: {least: number; known: Record<string, number | null>};
  /** Which months the registers have, and which are needed of them, `yyyy-mm`. */
  reach: {label: string; first: string; last: string; neededFrom: string | null; neededTo: string | null}[];
  unconfirmed: Unconfirmed[];
  /** How the published tables of the registers were protected. */
  disclosure?: Written["disclosure"];
}

/** What a column of a register is the key or the code of, for readers who do not know its name. */
const columnNames: Record<string, string> = {
  pnr: "person",
  dw_ek_kontakt: "kontakt",
  sorenhed_ans: "afdeling",
  recu: "receptudsteder",
  kontakttype: "kontakttype",
  hovedspeciale_ans: "speciale",
  diagnosekode: "diagnose",
  diagnosetype: "diagnosens type",
  procedurekode: "procedure",
  atc: "lægemiddel",
  speciale: "ydelse"
};

export function registerFacts(from: {
  synthetic: boolean;
  date: string | null;
  seal: string;
  parameters: RegisterParameters;
  indicators: Indicator[];
  incomplete: Incomplete[];
  codelists: Codelists;
  delivery: RegisterDelivery;
  reach: Reach[];
  /** The share below which results rest on few, in percent, and the published table of contacts. */
  coverage: {least: number; rows: Row[]};
  disclosure?: Written["disclosure"];
}): RegisterFacts {
  const {synthetic, date, seal, codelists, delivery} = from;
  const {periods, ...parameters} = from.parameters;
  const inOrder = periods.toSorted((a, b) => ascending(a.from, b.from));
  const pairs = new Map(from.incomplete.map(({subject, period}) => [`${subject} ${period}`, {subject, period}]));
  return {
    synthetic,
    date,
    seal,
    periods: inOrder,
    areas: areasOn(inOrder.at(-1)!.to, codelists),
    indicators: from.indicators.map(({sql: _, values: __, among: ___, ...definition}) => definition),
    parameters,
    words: {
      diagnosisGroups: diagnosisGroupLabels(codelists.back_diagnoses),
      cohortSteps: cohortStepLabels(from.parameters)
    },
    incomplete: [...pairs.values()],
    read: readByKind(delivery),
    leftOut: delivery.leftOut,
    rejects: delivery.rejectsByRule,
    missing: delivery.missing.map(({kind}) => ({kind, label: specOf(kind).label, without: specOf(kind).without})),
    meetings: delivery.meetings.map(({kind, column, other, what, all, known}) => ({
      label: specOf(kind).label,
      column: columnNames[column] ?? column,
      other: what === "keys" ? specOf(other).label : "Kodelister",
      what,
      percent: all === 0 ? null : (100 * known) / all
    })),
    coverage: {least: from.coverage.least, known: knownShares(from.coverage.rows)},
    reach: from.reach.map(({kind, first, last, needed_from, needed_to}) => ({
      label: specOf(kind).label,
      first: first.slice(0, 7),
      last: last.slice(0, 7),
      neededFrom: needed_from?.slice(0, 7) ?? null,
      neededTo: needed_to?.slice(0, 7) ?? null
    })),
    unconfirmed: unconfirmedCodes(codelists),
    disclosure: from.disclosure
  };
}

/** Over the months whose numbers are shown for the country. */
function knownShares(rows: Row[]): RegisterFacts["coverage"]["known"] {
  return Object.fromEntries(
    Object.keys(contactKnowledge).map((item) => {
      const shown = rows.filter(
        (row) => row.hospital_region === "country" && row.item === item && row.known !== null && row.total !== null
      );
      const total = sum(shown, (row) => row.total as number);
      return [item, total === 0 ? null : (100 * sum(shown, (row) => row.known as number)) / total];
    })
  );
}

/**
 * The areas of a day, `yyyy-mm-dd`: the country, the regions and the municipalities by code,
 * and what stands for none of them.
 */
export function areasOn(day: string, {regions, municipalities}: Pick<Codelists, "regions" | "municipalities">): Area[] {
  const stood = (row: {valid_from: string; valid_to: string}) =>
    row.valid_from <= day && (row.valid_to === "" || day <= row.valid_to);
  const byCode = <Row extends {code: string}>(rows: Row[]) => rows.toSorted((a, b) => ascending(a.code, b.code));
  return [
    {type: "country", id: "country", name: capital(residences.country.danish)},
    ...byCode(regions.filter(stood)).map(({code, name}): Area => ({type: "region", id: code, name})),
    {type: "region", id: "unknown", name: capital(residences.unknown.danish)},
    ...byCode(municipalities.filter(stood))
      .filter(({code}) => code !== christiansoe.code)
      .map(({code, name, region}): Area => ({type: "municipality", id: code, name, region})),
    {type: "municipality", id: "unknown", name: capital(unknownMunicipality.danish)}
  ];
}

function readByKind({files}: RegisterDelivery): RegisterFacts["read"] {
  return [...group(files, (f) => f.kind)].map(([kind, ofKind]) => ({
    kind,
    label: specOf(kind).label,
    files: ofKind.filter(({file}) => file !== stayedBehind).length,
    read: sum(ofKind, (f) => f.read),
    kept: sum(ofKind, (f) => f.kept),
    leftOut: sum(ofKind, (f) => f.leftOut),
    rejected: sum(ofKind, (f) => f.rejected)
  }));
}

function specOf(kind: string) {
  return registerSpecs.find((spec) => spec.kind === kind)!;
}

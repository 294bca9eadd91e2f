import type {Session} from "../../engine/session.js";
import {runSql, setVariables} from "../../engine/sqlFile.js";
import {pathwaySpan, spanVariable} from "../../models/registers/spans.js";
import type {RegisterParameters} from "../../ground/parameters.js";
import type {Indicator, Register, Span} from "./indicator.js";

/** A kind of extract that something depends on. */
type Source = Register | "lpr_diagnoses" | "lpr_organisations" | "prescribers" | "bef" | "deaths" | "migrations";

/**
 * A subject that is not published for a period: an extract ends before its window closes or begins after it opened.
 */
export interface Incomplete {
  /** An indicator's id, or what else a window belongs to, such as `patient_flows`. */
  subject: string;
  period: string;
  register: Source;
  /** What was needed and what the extract holds, `yyyy-mm-dd`; null where there is no such extract or it has a hole. */
  needed_from: string;
  needed_to: string;
  first: string | null;
  last: string | null;
  /** The first day of days without rows, or of a month in which nothing that was asked for is known. */
  hole: string | null;
}

/** A subject's windows, from the earliest index date's to the latest's. */
interface Need {
  subject: string;
  registers: Source[];
  spans: Span[];
}

/** Who leaves is known from these, or from the population register. */
const leavers: Source[] = ["deaths", "migrations", "bef"];

/** The needs of indicators, of the cohort that all are counted of, of hospitals, of the flow and of the pathways. */
export function needsOf(indicators: Indicator[], yearsWithout = 0): Need[] {
  const year = {years: 1};
  return [
    ...indicators.flatMap(({id, registers, windows: {denominator, numerator, followUp}}) => [
      {
        subject: id,
        registers,
        spans: [denominator?.from, denominator?.to, numerator.from, numerator.to, followUp].filter(
          (span) => span !== undefined
        )
      },
      ...(followUp ? [{subject: id, registers: leavers, spans: [followUp]}] : [])
    ]),
    {subject: "cohort", registers: ["lpr_contacts", "lpr_diagnoses"], spans: [{years: -yearsWithout}]},
    {subject: "cohort", registers: ["bef"], spans: [{days: 0}]},
    {subject: "hospitals", registers: ["lpr_organisations"], spans: [{days: 0}]},
    {subject: "prescribers", registers: ["prescribers"], spans: [year]},
    {subject: "patient_flows", registers: ["lpr_contacts", "lpr_diagnoses", "lpr_organisations"], spans: [year]},
    {
      subject: "pathways",
      registers: ["lpr_contacts", "lpr_diagnoses", "lpr_organisations", "lmdb", "sssy"],
      spans: [pathwaySpan.from, pathwaySpan.to]
    },
    // Procedures begin with the patients they are delivered for.
    {subject: "pathways", registers: ["lpr_surgical_procedures", "lpr_other_procedures"], spans: [pathwaySpan.to]}
  ];
}

/** Finds what must not be published, by subject and period, and leaves it in the table `incomplete`. */
export async function createIncomplete(
  session: Session,
  indicators: Indicator[],
  {yearsWithout}: RegisterParameters
): Promise<Incomplete[]> {
  const needs = needsOf(indicators, yearsWithout).flatMap(({subject, registers, spans}) =>
    registers.map((register) => ({subject, register, spans: spans.map(spanVariable)}))
  );
  await setVariables(session, {needs});
  await runSql(session, new URL("./incomplete.sql", import.meta.url));
  return session.rows<Incomplete>("SELECT COLUMNS(*)::VARCHAR FROM incomplete ORDER BY ALL");
}

import type {Session} from "../../engine/session.js";
import {runSql, setVariables} from "../../engine/sqlFile.js";
import {pathwaySpan, spanVariable} from "../../models/registers/spans.js";
import type {Indicator, Register, Span} from "./indicator.js";

/**
 * A subject that is not published for a period: an extract ends before its window closes or begins after it opened.
 */
export interface Incomplete {
  /** An indicator's id, or what else a window belongs to, such as `patient_flows`. */
  subject: string;
  period: string;
  register: Register;
  /** What was needed and what the extract holds, `yyyy-mm-dd`; null where there is no such extract. */
  needed_from: string;
  needed_to: string;
  first: string | null;
  last: string | null;
}

/** A subject's windows, from the earliest index date's to the latest's. */
interface Need {
  subject: string;
  registers: Register[];
  spans: Span[];
}

/** The needs of indicators, of the flow and of the pathways. */
export function needsOf(indicators: Indicator[]): Need[] {
  return [
    ...indicators.map(({id, registers, windows: {denominator, numerator, followUp}}) => ({
      subject: id,
      registers,
      spans: [denominator?.from, denominator?.to, numerator.from, numerator.to, followUp].filter(
        (span) => span !== undefined
      )
    })),
    {subject: "patient_flows", registers: ["lpr_contacts"], spans: [{years: 1}]},
    {
      subject: "pathways",
      registers: ["lpr_contacts", "lpr_surgical_procedures", "lpr_other_procedures", "lmdb", "sssy"],
      spans: [pathwaySpan.from, pathwaySpan.to]
    }
  ];
}

/** Finds what must not be published, by subject and period, and leaves it in the table `incomplete`. */
export async function createIncomplete(session: Session, indicators: Indicator[]): Promise<Incomplete[]> {
  const needs = needsOf(indicators).flatMap(({subject, registers, spans}) =>
    registers.map((register) => ({subject, register, spans: spans.map(spanVariable)}))
  );
  await setVariables(session, {needs});
  await runSql(session, new URL("./incomplete.sql", import.meta.url));
  return session.rows<Incomplete>("SELECT COLUMNS(*)::VARCHAR FROM incomplete ORDER BY ALL");
}

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import * as v from "valibot";
import type {Codebook} from "../ground/codebook.js";
import {readSpec} from "../ground/readYaml.js";
import {Refusal} from "../ground/refusal.js";
import {auditMeasureFault, auditMeasureSpecs, type AuditMeasure} from "./auditMeasure.js";
import {RegisterMeasureSpec, registerMeasureFault, type RegisterMeasure} from "./registerMeasure.js";

const DifferenceSpec = v.strictObject({what: v.string(), audit: v.string(), registers: v.string()});

const MirrorSpec = v.strictObject({
  audit: v.string(),
  region: v.string(),
  common: v.array(DifferenceSpec),
  subjects: v.array(
    v.strictObject({
      id: v.string(),
      title: v.string(),
      audit: v.array(v.union([...auditMeasureSpecs], "answer eller measure med det, der afgrænser")),
      registers: v.array(RegisterMeasureSpec),
      differences: v.array(DifferenceSpec)
    })
  ),
  earlier: v.array(
    v.strictObject({
      statement: v.string(),
      label: v.string(),
      same: v.picklist(["yes", "nearly", "no"]),
      subject: v.optional(v.string()),
      answer: v.optional(v.string()),
      why: v.optional(v.string())
    })
  )
});

/** What is not the same on the two sides. */
export type Difference = v.InferOutput<typeof DifferenceSpec>;

/** One subject seen from both sides. */
export interface MirrorSubject {
  id: string;
  title: string;
  audit: AuditMeasure[];
  registers: RegisterMeasure[];
  differences: Difference[];
}

/** A percentage that the audit of 2011 printed. */
export interface EarlierShare {
  statement: string;
  profession: string;
  label: string;
  percent: number;
  /** Whether today's form asks the same. */
  same: "yes" | "nearly" | "no";
  subject?: string;
  /** `question.answer` today. */
  answer?: string;
  why?: string;
}

export interface Mirror {
  /** The region the audit was made in. */
  region: string;
  subjects: MirrorSubject[];
  earlier: EarlierShare[];
}

const file = "data/programme/mirror.yaml";

/**
 * Reads `data/programme/mirror.yaml`, each subject with the differences that hold for all.
 * Another audit has no subjects: they are about this one.
 * @param indicators ids of the registers' indicators
 * @throws Refusal naming the subject or statement and what is wrong with it
 */
export function readMirror(root: string, codebook: Codebook, indicators: string[]): Mirror {
  const {audit, region, common, subjects, earlier} = readSpec(MirrorSpec, join(root, file), file);
  if (audit !== codebook.id) return {region, subjects: [], earlier: []};
  const refuse = (where: string, what: string) => new Refusal(`${file}: ${where} ${what}; ret det.`);
  const [faultOf, registerFaultOf] = [auditMeasureFault(codebook), registerMeasureFault(indicators)];
  for (const {id, audit, registers} of subjects) {
    const fault = [...audit.map(faultOf), ...registers.map(registerFaultOf)].find((one) => one !== undefined);
    if (fault) throw refuse(id, fault);
  }
  const statements = csvParse(readFileSync(join(root, "data/published/audit_statements.csv"), "utf8"));
  return {
    region,
    subjects: subjects.map((subject) => ({...subject, differences: [...subject.differences, ...common]})),
    earlier: earlier.map((one) => {
      const printed = statements.find(({claim_id}) => claim_id === one.statement);
      if (!printed) throw refuse(one.statement, "står ikke i data/published/audit_statements.csv");
      if ((one.same === "no") !== (one.answer === undefined))
        throw refuse(one.statement, 'skal have "answer", netop når "same" ikke er no');
      const fault = one.answer && faultOf({answer: one.answer, consultation: "all", group: "all"});
      if (fault) throw refuse(one.statement, fault);
      return {...one, profession: printed.profession!, percent: Number(printed.value)};
    })
  };
}

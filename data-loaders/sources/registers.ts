import {join} from "node:path";
import {sum} from "d3-array";
import type {Codelists} from "../ground/codelists.js";
import {manifestKind} from "./reduction/reductionScript.js";
import {isEmptied, readManifest, refuseOtherCount, type Reduction} from "./reduction/manifest.js";
import {createCodelists} from "./registers/codelistTables.js";
import type {Session} from "../engine/session.js";
import type {OpenFile} from "./lines.js";
import {createRejects, rejectsByRule, writeRejects} from "./rejects.js";
import {bef} from "./registers/bef.js";
import {createCoverage} from "./registers/coverage.js";
import {createCellFunctions} from "./registers/cells.js";
import {doubtful} from "./registers/doubtful.js";
import {dream} from "./registers/dream.js";
import {createDreamCalendar} from "./registers/dreamCalendar.js";
import {registerFiles} from "./registers/registerFiles.js";
import {filesInWords, registerRejects, type Month, type RegisterFile} from "./registers/registerFile.js";
import {refuseMissingColumns} from "./registers/headers.js";
import {lprContacts} from "./registers/lprContacts.js";
import {readKind, type ReadKind, type RegisterCounts} from "./registers/registerKind.js";
import {registerRules, type FileContext, type RegisterRule} from "./registers/registerSpec.js";
import {defaultRegisterSettings, type RegisterSettings} from "../ground/registerSettings.js";
import {holdTogether, type Meeting} from "./registers/meetings.js";
import {unknownSpineCentres} from "./registers/spineCentres.js";
import {missingRegisters, registerSpecs} from "./registers/registerSpecs.js";
import {createRegisterViews} from "./registers/registerViews.js";
import {noRows} from "./registers/relation.js";

/**
 * The registers: from deliveries to typed views. This comment is the contract that models,
 * indicators and the twin build on.
 *
 * `readRegisters(session, {folder, codelists, …})` reads `folder/<kind>/**` and leaves these
 * views in the session. Keys and codes are VARCHAR, dates DATE, and every view stands there
 * even when its register is missing (then without rows; see `missing`).
 *
 *     contacts       contact_id, course_id, person_id, start_date, start_time TIME, end_date, contact_type,
 *                    action_diagnosis, department (sorenhed_ans), specialty (hovedspeciale_ans: a text such as
 *                    Ortopædisk kirurgi), region (region_ans, 1081-1085 or NULL), file, line
 *                    BIGINT. One row a contact; LPR3 only, none before birth.
 *     diagnoses      contact_id, code (with its D: DM545), type (A action, B secondary, H referral, + add-on …),
 *                    parent_code.
 *                    Revoked ones are left out. Add-on rows stay: use `type IN ('A', 'B')` for diagnoses of their own.
 *     procedures     contact_id (NULL where none), course_id, code, type (V, D, P … or + add-on), start_date,
 *                    kind ('surgical', 'other'), person_id (by contact, else by course; NULL where neither is known).
 *     organisations  department, name, region (1081-1085 or NULL), private BOOLEAN, specialty, valid_from, valid_to
 *                    (both included; NULL is open).
 *     prescriptions  person_id, date, atc, ddd DOUBLE (in all), packages DOUBLE, prescriber (recu). Reversals are
 *                    netted out.
 *     prescribers    recu, sector ('primary', 'secondary'), valid_from, valid_to (both included; NULL is open).
 *     services       person_id, week_start (Monday), specialty (2 digits), service (4 digits), number DOUBLE. Sum
 *                    `number`, never count rows: a settlement may be taken back by a negative one.
 *                    Services to the person's child are left out.
 *     benefits       person_id, week_start (Monday), code (3 digits). Only weeks with a code.
 *     employment     person_id, month (its first day), degree DOUBLE (1 = 37 hours a week). Only months with a value.
 *     persons        person_id, sex ('male', 'female'), born. One row a person.
 *     residences     person_id, snapshot, municipality (4 digits; NULL for 0411 Christiansø), region, civil_status,
 *                    in_country TRUE.
 *     snapshots      snapshot. One row a day of the population register.
 *     deaths         person_id, date.
 *     migrations     person_id, date, direction ('out', 'in').
 *     population     period_start, area_type ('municipality', 'region', 'country'), area_id (0101, 1084, 'country'),
 *                    sex, age INTEGER, age_to INTEGER (the same for single years, NULL for open bands), number BIGINT.
 *     coverage       kind, month, rows, first_date, last_date: the days the delivery spans, a row a register and month
 *                    with rows; of diagnoses the days of their contacts.
 *
 * `benefits` and `employment` unpack a wide file of millions of people on every use. Ask instead for some: of a
 * table or view `asked` with `person_id` and `month` (its first day), `FROM employment_of('asked')` gives the
 * degrees of those people in those months as (person_id, month, degree), and `FROM benefits_of('asked')` the
 * weeks that begin in them as (person_id, month, week_start, code). Neither unpacks anything else.
 *
 * Expected files, by kind (a folder each; CSV with comma or semicolon, decimal point or
 * comma, UTF-8 or Latin-1, or Parquet; either may be gzipped; any number of files; names in
 * any case). The first name is ours, the others are understood too:
 *
 *     lpr_contacts dw_ek_kontakt, dw_ek_forloeb, pnr|cpr|cpr_encrypted, dato_start +
 *     tidspunkt_start | kont_starttidspunkt,
 *                              dato_slut | kont_sluttidspunkt, kontakttype|kont_type, aktionsdiagnose|adiag,
 *                              sorenhed_ans|kont_ans, hovedspeciale_ans|kont_ans_hovedspec,
 *                              region_ans|kont_ans_org_reg, lprindberetningssystem
 *     lpr_diagnoses dw_ek_kontakt, diagnosekode|diag_kode, diagnosetype|diag_kode_type|diag_type, senere_afkraeftet,
 *                              diagnosekode_parent|diag_parent_kode, lprindberetningssystem
 *     lpr_surgical_procedures, lpr_other_procedures, or (A model) lpr_procedures
 *                              dw_ek_kontakt, dw_ek_forloeb, procedurekode|proc_kode, proceduretype|proc_kode_type,
 *                              dato_start|proc_starttidspunkt, lprindberetningssystem
 *     lpr_organisations sorenhed, sorenhed_tekst, region, institutionsejer_type, hovedspeciale, gyldig_fra,
 *     gyldig_til lmdb pnr|pnr12, eksd, atc, volume (DDD a package), apk, recu, korr prescribers recu, sector,
 *     valid_from, valid_to sssy pnr, speciale (6 digits), honuge (yyww), ydlant, barnmak dream pnr, y_YYWW …,
 *     beskgrad_YYYY_MM … (the pattern of the latter is a setting) bef pnr, koen (1, 2), foed_dag|foed_dato,
 *     kom, civst, and the snapshot: a column referencetid|snapshot,
 *                              or the file's name (bef202312, bef_2023-12-31, year=2023)
 *     deaths                   pnr, date
 *     migrations               pnr, date, direction|indud_kode (I, U)
 *     population               FOLK1A: OMRÅDE, KØN, ALDER, (CIVILSTAND,) TID, INDHOLD, codes or texts
 *
 * `code_<list>` holds each list of data/codelists (`code_back_diagnoses`, `code_drugs` …).
 *
 * Rows read = kept + left out + rejected, for each file. Left out: rows that a rule of the register
 * excludes, counted by reason. Rejected: rows that break a rule, one by one in `rejects.csv`.
 */

/** A column of a delivery, by the names it has there. */
export interface Place {
  file: string;
  column: string;
}

/** The registers, read: for each file `read` = `kept` + `leftOut` + `rejected`. */
export interface RegisterDelivery {
  files: RegisterCounts[];
  /** Rows that a rule of the register excludes, by kind and reason. */
  leftOut: ReadKind["leftOut"];
  rejectsByRule: {rule: RegisterRule; label: string; rows: number}[];
  rejectsFile: string;
  /** Registers that were not delivered, each with one sentence on what that means and where to put it. */
  missing: {kind: string; message: string}[];
  /** Where the days of each register stand, for messages to the analyst. */
  places: Map<string, Place>;
  /** How much of each column that must meet another register or a code list does so. */
  meetings: Meeting[];
  /** One line each, for the analyst alone: they name files. */
  warnings: string[];
}

export interface RegisterOptions {
  /** The folder that holds a folder for each kind. */
  folder: string;
  codelists: Codelists;
  settings?: Partial<RegisterSettings>;
  maxRejectedPercent: number;
  /** A folder for typed Parquet and what is needed on the way; the views read from it. */
  staging: string;
  /** Where to write the rejects; default `register-rejects.csv` in `staging`. */
  rejectsFile?: string;
  /** Called for each register before it is read. */
  step?: (label: string) => void;
  open?: OpenFile;
}

/** The delivered files below a folder of registers, by path. */
export function deliveredRegisters(folder: string): string[] {
  return [...filesIn(folder).values()].flat();
}

/** The files of each kind, and of the account of a reduced delivery. */
function filesIn(folder: string): Map<string, string[]> {
  return registerFiles(folder, [...registerSpecs.map((spec) => spec.kind), manifestKind]);
}

/** Stands where the report names files: rows of a reduced delivery that stayed where they were. */
export const stayedBehind = "(blev i registeret)";

/**
 * Reads every register of a delivery; afterwards the views above stand in the session.
 * @throws Refusal when a needed register is missing, a file cannot be used or more rows are rejected than allowed
 */
export async function readRegisters(session: Session, options: RegisterOptions): Promise<RegisterDelivery> {
  const {folder, codelists} = options;
  const settings = {...defaultRegisterSettings, ...options.settings};
  const rejectsFile = options.rejectsFile ?? join(options.staging, "register-rejects.csv");
  const delivered = filesIn(folder);
  await createCodelists(session, codelists);
  await createCellFunctions(session);
  const reduction = await readManifest(session, delivered.get(manifestKind), {
    codelists,
    settings,
    parquet: join(options.staging, manifestKind),
    open: options.open
  });
  delivered.delete(manifestKind);
  const emptied = registerSpecs.filter(({kind}) => isEmptied(reduction, kind)).map(({kind}) => kind);
  for (const kind of emptied) delivered.delete(kind);
  for (const kind of reduction?.keys() ?? []) if (!delivered.has(kind)) refuseOtherCount(reduction!, kind, 0);
  const missing = missingRegisters(folder, [...delivered.keys(), ...emptied]);
  await createRejects(session, registerRejects);
  await refuseMissingColumns(session, folder, delivered, {codelists, settings});
  const kinds = new Map<string, ReadKind>();
  const months = new Map<string, Month[]>();
  let first = 0;
  // People first: a contact is held against its person's birth.
  for (const spec of [bef, ...registerSpecs.filter((other) => other !== bef)]) {
    const files = delivered.get(spec.kind);
    if (!files) continue;
    options.step?.(`Læser og kontrollerer ${spec.label}`);
    const {maxRejectedPercent, staging, open} = options;
    const read = await readKind(session, spec, {
      folder: join(folder, spec.kind),
      delivered: files,
      codelists,
      settings,
      maxRejectedPercent,
      staging,
      rejectsFile,
      first,
      stayed: reduction?.get(spec.kind)?.stayed,
      open
    });
    const reduced = reduction?.get(spec.kind);
    if (reduction)
      refuseOtherCount(
        reduction,
        spec.kind,
        sum(read.counts, (file) => file.read)
      );
    if (reduced) read.months.push(...reduced.months);
    kinds.set(spec.kind, read);
    first += files.length;
    months.set(spec.kind, spec === dream ? await createDreamCalendar(session, read.files) : read.months);
  }
  for (const kind of emptied) months.set(kind, reduction!.get(kind)!.months);
  if (!kinds.has(dream.kind)) await createDreamCalendar(session, []);
  await createRegisterViews(
    session,
    (kind) => kinds.get(kind)?.rows ?? nothing(kind, codelists, settings),
    reduction?.get(bef.kind)?.days
  );
  await createCoverage(session, months, kinds.get(lprContacts.kind)!.kept);
  await writeRejects(session, rejectsFile, registerRejects);
  options.step?.("Holder registrene op imod hinanden");
  const {meetings, warnings} = await holdTogether(session, kinds, settings.leastKnownPercent, reduction);
  warnings.push(...(await doubtful(session, kinds)), ...(await unknownSpineCentres(session, codelists)));
  const read = registerSpecs.flatMap(({kind}) => kinds.get(kind) ?? []);
  return {
    files: [...read.flatMap((kind) => kind.counts), ...stayedIn(reduction)],
    leftOut: read.flatMap((kind) => kind.leftOut),
    rejectsByRule: await rejectsByRule(session, registerRules, registerRejects),
    rejectsFile,
    missing,
    places: new Map([
      ...[...kinds].map(([kind, {files}]) => [kind, placeOf(kind, files)] as const),
      ...emptied.map((kind) => [kind, {file: manifestKind, column: "on_day"}] as const)
    ]),
    meetings,
    warnings
  };
}

/** The rows that stayed in each register, as one more file of it. */
function stayedIn(reduction: Reduction = new Map()): RegisterCounts[] {
  return registerSpecs.flatMap(({kind}) => {
    const stayed = reduction.get(kind)?.stayed;
    return stayed?.read ? [{kind, file: stayedBehind, ...stayed}] : [];
  });
}

/** Leaves the same views in a session, without rows: to try SQL on before anything is read. */
export async function createNoRegisters(session: Session, codelists: Codelists): Promise<void> {
  await createCodelists(session, codelists);
  await createCellFunctions(session);
  await createDreamCalendar(session, []);
  await session.run("CREATE TEMP TABLE register_people (person_id VARCHAR, sex VARCHAR, born DATE)");
  await createRegisterViews(session, (kind) => nothing(kind, codelists, defaultRegisterSettings));
  await createCoverage(session, new Map(), 0);
}

function placeOf(kind: string, files: RegisterFile[]): Place {
  const {mapping, context} = files[0]!;
  const spec = registerSpecs.find((one) => one.kind === kind)!;
  const day = spec.output(context).find(({name}) => name === spec.span)?.sql;
  const column = [day ?? "", "tid", "dw_ek_kontakt", "sorenhed", "recu"].find((name) => mapping.has(name));
  return {
    file: filesInWords(files),
    column: kind === dream.kind ? "beskgrad og y_" : column ? mapping.get(column)!.delivered : "referencetid"
  };
}

function nothing(kind: string, codelists: Codelists, settings: RegisterSettings): string {
  const context: FileContext = {codelists, settings, path: "", delivered: [], fileNo: 0};
  return noRows(registerSpecs.find((spec) => spec.kind === kind)!, context);
}

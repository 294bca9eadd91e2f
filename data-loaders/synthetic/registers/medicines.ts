import {text} from "../../engine/session.js";
import {chosen, pick} from "./drawSql.js";
import type {Making} from "./making.js";

const opioids = {N02AX02: 0.4, N02AA01: 0.2, N02AA05: 0.2, N02AJ06: 0.1, N02AB03: 0.05, N02AE01: 0.05};
const neuropathic = {
  old: {N03AX12: 0.5, N03AX16: 0.25, N06AA09: 0.25},
  now: {N02BF01: 0.5, N02BF02: 0.25, N06AA09: 0.25}
};
const others = {
  N02BE01: 0.25,
  M01AE01: 0.15,
  A02BC01: 0.1,
  C10AA05: 0.1,
  C09AA02: 0.08,
  M01AB05: 0.05,
  N06AB04: 0.07,
  A10BA02: 0.05,
  R03AC02: 0.05,
  J01CE02: 0.1
};

/**
 * Writes prescriptions as in LMDB: strong analgesics inside the windows as decided, outside them as habits and short
 * courses after the contact, some that were taken back, and everybody's other medicines. None after death or departure.
 */
export async function writeMedicines({session, assumptions, prescriptions, delivery}: Making): Promise<void> {
  const {medicines: m, span} = assumptions;
  const [people] = await session.rows<{n: number}>("SELECT count(*) AS n FROM people");
  const mean = prescriptions === undefined ? m.others_per_person : Math.max(0, prescriptions / people!.n - 2);
  const types = (column: string) =>
    `unnest(CASE ${column} WHEN 'both' THEN ['neuropathic', 'opioid'] ELSE [${column}] END) AS drug`;
  // One to three redemptions of a drug between two days around the index date.
  const redemptions = (
    tag: string,
    drug: string,
    low: number,
    high: number,
    sector: string,
    where: string,
    times = "1 + floor(3 * pow(u(hash(person, drug), 'times'), 2))::INTEGER"
  ) => `
    SELECT person, pnr,
      (seen_on + ${low} + floor(u(hash(person, drug, k), ${text(tag)}) * ${high - low + 1})::INTEGER)::DATE AS eksd,
      drug, ${sector} AS sector, 1 AS apk, '0' AS korr, gone_on, hash(person, drug, k, ${text(tag)}) AS h
    FROM (SELECT *, unnest(range(${times})) AS k
      FROM (SELECT *, ${drug} FROM people WHERE kind = 'index' AND ${where}))`;
  const anySector = "CASE WHEN u(person, 'doctor') < 0.9 THEN 'primary' ELSE 'secondary' END";
  const either = (tag: string) =>
    `CASE WHEN u(person, ${text(`drug ${tag}`)}) < 0.6 THEN 'opioid' ELSE 'neuropathic' END AS drug`;
  const reversed = (apk: number, korr: string) => `
    SELECT person, pnr,
      (seen_on + ${m.after.from} + floor(u(person, 'reversed') * ${m.after.to - m.after.from})::INTEGER)::DATE AS eksd,
      'opioid' AS drug, 'secondary' AS sector, ${apk} AS apk, ${text(korr)} AS korr, gone_on,
      hash(person, 'reversed') AS h
    FROM people WHERE kind = 'index' AND redeems IS NULL AND ${chosen("some reversed", m.reversed)}`;
  const strong = [
    redemptions("before", types("before_type"), -m.before.from, -m.before.to, anySector, "medicine = 'prior'"),
    redemptions("after", types("after_type"), m.after.from, m.after.to, "sector", "redeems = 'yes'"),
    redemptions(
      "long before",
      either("long before"),
      -500,
      -100,
      anySector,
      `(medicine = 'prior' OR ${chosen("some long before", m.long_before)})`
    ),
    redemptions("soon after", either("soon after"), 1, 84, anySector, chosen("some soon after", m.soon_after)),
    redemptions("late", either("late"), 190, 400, anySector, chosen("some late", m.late)),
    // In neither indicator, whatever they redeem.
    redemptions(
      "gone",
      either("gone"),
      -m.before.from,
      170,
      anySector,
      `fate IN ('died', 'left') AND ${chosen("some gone", 0.4)}`
    ),
    reversed(1, "0"),
    reversed(-1, "1")
  ];
  const span2 = `(DATE ${text(span.to)} - DATE ${text(span.medicines_from)} + 1)`;
  const everyday = `
    SELECT person, pnr,
      (DATE ${text(span.medicines_from)} + floor(u(hash(person, k), 'day') * ${span2})::INTEGER)::DATE AS eksd,
      NULL AS drug, ${anySector} AS sector, 1 + (hash(person, k, 'packages') % 3)::INTEGER AS apk,
      '0' AS korr, gone_on, hash(person, k, 'other') AS h
    FROM (SELECT *, unnest(range(round(2 * ${mean} * u(person, 'ill'))::INTEGER)) AS k FROM people)`;
  const draw = "(h / 18446744073709551616.0)";
  await delivery.parquet(
    "lmdb",
    "lmdb",
    `
    SELECT pnr, eksd, atc, printf('%06d', hash(atc) % 1000000) AS vnr, apk::DOUBLE AS apk,
      (20 + 10 * (hash(atc) % 9))::DOUBLE AS packsize,
      (10 + hash(atc) % 90)::DOUBLE AS volume, ${recu(m.prescribers, "sector", "h")} AS recu, printf('%05d', 10000 + h % 420) AS ibnr, korr
    FROM (
      SELECT *, CASE WHEN drug = 'opioid' THEN ${pick(draw, opioids)}
        WHEN drug = 'neuropathic' AND eksd < DATE '2023-01-01' THEN ${pick(draw, neuropathic.old)}
        WHEN drug = 'neuropathic' THEN ${pick(draw, neuropathic.now)} ELSE ${pick(draw, others)} END AS atc
      FROM (${[...strong, everyday].join(" UNION ALL ")})
      WHERE eksd BETWEEN DATE ${text(span.medicines_from)} AND DATE ${text(span.to)}
        AND (gone_on IS NULL OR eksd < gone_on)
    )`
  );
}

/** A prescriber's number: primary ones come first, secondary ones after. */
function recu({primary, secondary}: {primary: number; secondary: number}, sector: string, hash: string): string {
  const nth = `CASE ${sector} WHEN 'primary' THEN (${hash} // 1009) % ${primary} ELSE ${primary} + (${hash} // 1009) % ${secondary} END`;
  return `printf('%07d', (1 + ${nth})::BIGINT * 7919 % 9999991)`;
}

/** Writes the prescribers with their sector; a few belonged to the other one before the delivery begins. */
export async function writePrescribers({assumptions, delivery}: Making): Promise<void> {
  const {
    prescribers: {primary, secondary},
    changed_sector: changed
  } = assumptions.medicines;
  const start = `DATE ${text(assumptions.span.medicines_from)}`;
  await delivery.csv(
    "prescribers",
    "receptudstedere",
    `
    WITH doctors AS (
      SELECT n, printf('%07d', n * 7919 % 9999991) AS recu,
        CASE WHEN n <= ${primary} THEN 'primary' ELSE 'secondary' END AS sector,
        u(n, 'changed sector') < ${changed} AS changed
      FROM range(1, ${primary + secondary + 1}) r(n)
    )
    SELECT recu, sector, valid_from, valid_to FROM (
      SELECT n, recu, sector, CASE WHEN changed THEN ${start} ELSE DATE '2000-01-01' END AS valid_from,
        NULL::DATE AS valid_to
      FROM doctors
      UNION ALL
      SELECT n, recu, CASE sector WHEN 'primary' THEN 'secondary' ELSE 'primary' END, DATE '2000-01-01', ${start} - 1
      FROM doctors WHERE changed
    ) ORDER BY n, valid_from`
  );
}

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {text} from "../../engine/session.js";
import {chosen} from "./drawSql.js";
import type {Making} from "./making.js";

/**
 * Writes services of practising providers as in SSSY, known to the week only. Chiropractor and
 * physiotherapist in the half year before as decided; beside them services that do not count:
 * earlier, later, to the person's child, taken back, of other codes.
 *
 * @param codelists folder with `service_codes.csv`
 */
export async function writeServices({assumptions, delivery}: Making, codelists: string): Promise<void> {
  const {services: s, span} = assumptions;
  const list = csvParse(readFileSync(join(codelists, "service_codes.csv"), "utf8"));
  const codes = (provider: string) =>
    `[${list
      .filter((row) => row.provider === provider)
      .map((row) => text(`${row.specialty}${row.service}`))
      .join(", ")}]`;
  const any = (provider: string, key: string) =>
    `${codes(provider)}[1 + (hash(${key}, 'service') % ${list.filter((row) => row.provider === provider).length})::INTEGER]`;
  const code = (key: string) =>
    `CASE provider WHEN 'chiropractor' THEN ${any("chiropractor", key)} ELSE ${any("physiotherapist", key)} END`;
  const providers =
    "unnest(CASE primary_care WHEN 'both' THEN ['chiropractor', 'physiotherapist'] ELSE [primary_care] END) AS provider";
  const either = "CASE WHEN u(person, 'provider') < 0.3 THEN 'chiropractor' ELSE 'physiotherapist' END AS provider";
  const treated = (
    tag: string,
    provider: string,
    low: number,
    high: number,
    where: string,
    number = "1",
    child = "0",
    times = "1 + floor(u(person, 'visits') * 6)::INTEGER"
  ) => `
    SELECT person, pnr,
      (seen_on + ${low} + floor(u(hash(person, provider, k), ${text(tag)}) * ${high - low + 1})::INTEGER)::DATE AS day,
      ${code("hash(person, provider, k)")} AS speciale, ${number} AS ydlant, '${child}' AS barnmak, gone_on
    FROM (SELECT *, unnest(range(${times})) AS k
      FROM (SELECT *, ${provider} FROM people WHERE kind = 'index' AND ${where}))`;
  const reaches = `day BETWEEN DATE ${text(span.services_from)} AND DATE ${text(span.to)}`;
  const rows = [
    treated("before", providers, -164, -14, "primary_care IS NOT NULL", "1 + (hash(person, k) % 2)::INTEGER"),
    treated("earlier", either, -500, -205, chosen("some earlier", s.earlier)),
    treated("later", either, 8, 300, chosen("some later", s.later)),
    treated("child", either, -150, -20, `primary_care IS NULL AND ${chosen("some child", s.child)}`, "1", "1"),
    ...["1", "-1"].map((number) => {
      const where = `primary_care IS NULL AND ${chosen("some taken back", s.taken_back)}`;
      return treated("taken back", either, -150, -20, where, number, "0", "1");
    }),
    `SELECT person, pnr, (DATE ${text(span.services_from)}
        + floor(u(hash(person, k), 'gp') * (DATE ${text(span.to)} - DATE ${text(span.services_from)} + 1))::INTEGER
        )::DATE AS day,
      CASE WHEN u(hash(person, k), 'what') < 0.9 THEN '800101'
        WHEN u(hash(person, k), 'what') < 0.95 THEN '510199' ELSE '531099' END AS speciale,
      1 AS ydlant, '0' AS barnmak, gone_on
    FROM (SELECT *, unnest(range(round(2 * ${s.gp_per_person} * u(person, 'gp visits'))::INTEGER)) AS k FROM people)`
  ];
  await delivery.parquet(
    "sssy",
    "sssy",
    `
    SELECT pnr, printf('%06d', 20000 + hash(person, left(speciale, 2)) % 9000) AS ydernr, speciale, '1' AS ydtyp,
      ydlant::INTEGER AS ydlant,
      printf('%02d%02d', isoyear(day) % 100, week(day)) AS honuge,
      round(ydlant * (80 + hash(speciale) % 300), 2)::DOUBLE AS bruhon, barnmak, '1' AS sikgrup
    FROM (${rows.join(" UNION ALL ")}) WHERE ${reaches} AND (gone_on IS NULL OR day < gone_on)
    ORDER BY day, person, speciale, ydlant, barnmak`
  );
}

import {isByRegion} from "../../data-loaders/disclosure/participants.js";
import type {DisclosureRules} from "../../data-loaders/ground/rules.js";
import type {Row} from "../../data-loaders/engine/session.js";
import {readFacts} from "./embeddedData.js";
import type {FinishedSite} from "./finishedSite.js";
import type {GatedTable} from "./gatedTables.js";

/** A participant's private code, as it was handed out. */
const code = /(?<![\w-])[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}(?![\w-])/;
const hash = /^[0-9a-f]{64}$/;
const fewestIterations = 600_000;

/**
 * Whether participants are identified as the settings say, and in no other way: by hashes that
 * are salted and slow and whose order says nothing, or not at all. Which columns a table may
 * have is seen to where tables are. Returns one sentence a fault.
 */
export function participantKeys(site: FinishedSite, tables: GatedTable[], {participants}: DisclosureRules): string[] {
  const texts = site.files
    .filter((file) => /\.(?:html|json|xml|txt)$/.test(file))
    .map((file) => ({file, text: site.text(file)}));
  const cells = tables.map(({file, rows}) => ({
    file,
    text: rows.flatMap((row) => Object.values(row).filter((value) => typeof value === "string")).join("\n")
  }));
  const found = [...texts, ...cells]
    .filter(({text}) => code.test(text))
    .map(({file}) => `${file} har en af deltagernes private koder.`);
  if (participants !== "hidden")
    found.push(
      ...tables
        .filter(({table, rows}) => isByRegion(table) && rows.length > 0)
        .map(({file}) => `${file} har rækker, men settings.yaml viser deltagerne enkeltvis.`)
    );
  if (participants === "number") return found;
  const numbers = texts
    .filter(({text}) => /"participant_no"\s*:/.test(text))
    .map(({file}) => `${file} har deltagernumre, men settings.yaml skjuler dem.`);
  const own = tables.find(({table}) => table.name === "audit_participants");
  if (participants === "hidden")
    return [
      ...found,
      ...numbers,
      ...(own?.rows.length ? [`${own.file} har rækker, men settings.yaml viser ingen deltagere.`] : [])
    ];
  const codes = readFacts(site)?.codes;
  const isSlow = codes !== undefined && hash.test(codes.salt) && codes.iterations >= fewestIterations;
  return [
    ...found,
    ...numbers,
    ...(isSlow
      ? []
      : [`site.json siger ikke, at deltagernes koder er saltet og hashet mindst ${fewestIterations} gange.`]),
    ...(own ? hashFaults(own) : [])
  ];
}

function hashFaults({file, rows}: GatedTable): string[] {
  if (!rows.every((row) => hash.test(String(row.participant_hash))))
    return [`${file} kender en deltager på andet end en hash.`];
  const isAfter = (row: Row, before: Row | undefined) =>
    !before ||
    before.round !== row.round ||
    before.profession !== row.profession ||
    String(before.participant_hash) <= String(row.participant_hash);
  return rows.every((row, i) => isAfter(row, rows[i - 1]))
    ? []
    : [`${file} har deltagerne i en anden orden end deres hash, og den kan følge deres numre.`];
}

import {join} from "node:path";
import {readCodebook} from "../../data-loaders/ground/codebook.js";
import {readCodelists} from "../../data-loaders/ground/codelists.js";
import {statusOf} from "../../data-loaders/disclosure/withhold.js";
import {readIndicators} from "../../data-loaders/indicators/definition/readIndicators.js";
import {computedFrom} from "../../data-loaders/reconcile/computed.js";
import type {ReconciliationFacts} from "../../data-loaders/reconcile/facts.js";
import type {Finding} from "../../data-loaders/reconcile/finding.js";
import {withoutSmall} from "../../data-loaders/reconcile/publishedTwin.js";
import {defaultRegisterSide} from "../../data-loaders/reconcile/registers/twin.js";
import {summary} from "../../data-loaders/reconcile/summary.js";
import {contents, nameOf, type Told} from "../../data-loaders/reconcile/told.js";
import {defaultAudit} from "../../data-loaders/reconcile/twin.js";
import {reconcileWith} from "../../data-loaders/reconcile/reconcile.js";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import {parseJson, type FinishedSite} from "./finishedSite.js";
import type {GatedTable} from "./gatedTables.js";

const printedRound = 1;
const reasons = [...Object.keys(statusOf), "unpublished"];
const verdicts = ["equal", "explained", "different", "not_printed", "met", "not_met", "not_about"];

/**
 * Whether every printed figure that a site tells follows from its tables: the comparison with the printed
 * reports is made anew on them, and nothing is told that it does not give. Returns one sentence a fault.
 */
export async function reconciled(
  site: FinishedSite,
  tables: GatedTable[],
  settings: Settings,
  facts: SiteFacts & {registers: RegisterFacts}
): Promise<string[]> {
  const [comparisonsFile, factsFile] = ["comparisons", "reconciliation"].map((name) =>
    site.files.find((file) => new RegExp(`^_file/data/${name}\\.[0-9a-f]{8}\\.json$`).test(file))
  );
  if (!comparisonsFile && !factsFile) return [];
  if (!comparisonsFile || !factsFile) return ["Afstemningens ene fil mangler; kør npm run build igen."];
  const again = await compareAgain(tables, settings);
  const {comparisons, ...others} = parseJson<{comparisons: Told[]; seal: string}>(
    site.text(comparisonsFile),
    comparisonsFile
  );
  if (Object.keys(others).join() !== "seal" || typeof others.seal !== "string")
    return [`${comparisonsFile} har andet end afstemningen.`];
  const findings = again.sources.flatMap(({kind, report, findings}) =>
    findings.map((finding) => ({finding, kind, isTwin: isTwin(facts, settings)[report]}))
  );
  const byName = new Map(findings.map((one) => [nameOf(one.finding), one]));
  if (comparisons.length !== findings.length)
    return [`${comparisonsFile} har ${comparisons.length} tal, men rapporterne ${findings.length}.`];
  const faults = comparisons.flatMap((told) => {
    const one = byName.get(nameOf(told));
    const wrong = one ? faultOf(told, one) : "står ikke i rapporterne";
    return wrong ? [`${comparisonsFile}: ${nameOf(told)} ${wrong}.`] : [];
  });
  const {unexplained, seal, ...summed} = parseJson<ReconciliationFacts & {seal: string}>(
    site.text(factsFile),
    factsFile
  );
  const same =
    Number.isInteger(unexplained) &&
    typeof seal === "string" &&
    JSON.stringify(summed) === JSON.stringify(summary(again, comparisons));
  return [
    ...faults.slice(0, 5),
    ...(same ? [] : [`${factsFile} siger andet end de enkelte tal, eller en trykfejl, hvis tal er skjult.`])
  ];
}

function faultOf(
  told: Told,
  {finding, kind, isTwin}: {finding: Finding; kind: "figures" | "claims"; isTwin: boolean}
): string | undefined {
  const {source, key, where} = finding;
  const {verdict, withheld} = told;
  const is = (right: Told) => JSON.stringify(told) === JSON.stringify(right);
  if (withheld)
    return reasons.includes(withheld) && verdicts.includes(verdict) && is({source, key, where, verdict, withheld})
      ? undefined
      : "er skjult, men siger alligevel noget";
  if (finding.verdict !== "not_about" && finding.lacking)
    return "er fortalt, men de offentliggjorte tabeller viser det ikke";
  // Other extracts give other numbers, of which only what is hidden matters here.
  const right = isTwin ? finding : {...finding, verdict, computed: told.computed ?? "", explanation: told.explanation};
  return is({source, key, where, verdict: right.verdict, ...contents(right, kind)})
    ? undefined
    : "er ikke det, som de offentliggjorte tabeller giver";
}

async function compareAgain(tables: GatedTable[], settings: Settings) {
  const {root, disclosure} = settings;
  // The printed audit had one round: of more, a figure would be looked up in the last.
  const rows = Object.fromEntries(
    tables.map(({table, rows}) => [
      table.name,
      rows.filter(({round}) => round === undefined || round === null || round === printedRound)
    ])
  );
  const told = withoutSmall(
    tables.map(({table}) => table),
    rows,
    disclosure
  );
  return reconcileWith(
    {
      audit: computedFrom({codebook: readCodebook(defaultAudit(settings).codebook), tables: told, ageRanges: []}),
      registers: {
        tables: told,
        indicators: await readIndicators(),
        parameters: defaultRegisterSide(settings).parameters,
        codelists: readCodelists(join(root, "data/codelists"))
      }
    },
    root
  );
}

/** Whether the tables of each side are those of the default twin, from which the told figures come. */
function isTwin(
  facts: SiteFacts & {registers: RegisterFacts},
  settings: Settings
): Record<"audit" | "registers", boolean> {
  const {workspace, parameters} = defaultRegisterSide(settings);
  return {
    audit: facts.synthetic && defaultAudit(settings).workspace === settings.workspace,
    registers:
      facts.registers.synthetic &&
      workspace === settings.workspace &&
      JSON.stringify(parameters) === JSON.stringify(settings.parameters)
  };
}

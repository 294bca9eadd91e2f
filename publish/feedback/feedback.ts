import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {group, max} from "d3-array";
import type {BrowserContext} from "playwright-core";
import {moveInto, staging} from "../../data-loaders/engine/staging.js";
import {openSession, text} from "../../data-loaders/engine/session.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import {readCodebook, type Codebook} from "../../data-loaders/ground/codebook.js";
import {readAims, type FeedbackAims} from "../../data-loaders/ground/feedbackAims.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {buildCache} from "../../data-loaders/load.js";
import {participantCounts, type ParticipantCount} from "../../data-loaders/models/participantCounts.js";
import {startBrowser} from "../browser/chromium.js";
import {feedbackPage} from "./feedbackPage.js";
import {ownPractice, type OwnPractice, type PublishedProfession} from "./ownPractice.js";
import {readPublished} from "./published.js";

export interface FeedbackOptions {
  /** The folder the reports are written to: never within what is published. */
  out: string;
  day: Date;
  step?: (label: string) => void;
}

/** How many pages of the browser print at once. */
const printers = 2;

/**
 * Writes a report to each participant of the last load, as a PDF and as one file of HTML: on the newest round they
 * took part in. A report holds the participant's own registrations and published numbers, and nothing else of anybody.
 * @returns the number of participants
 * @throws Refusal where nothing is loaded, the code book says nothing of feedback, or the folder would be published
 */
export async function feedback(settings: Settings, {out, day, step = () => {}}: FeedbackOptions): Promise<number> {
  refusePublished(settings, out);
  const codebook = readCodebook(settings.codebook);
  const aims = readAims(settings.codebook, codebook);
  step("Læser registreringerne");
  const practices = await practicesOf(settings, codebook, aims);
  const {synthetic} = JSON.parse(readFileSync(join(buildCache(settings), "site.json"), "utf8")) as SiteFacts;
  const about = {
    codebook,
    synthetic,
    day: new Intl.DateTimeFormat("da-DK", {dateStyle: "long"}).format(day),
    css: readFileSync(new URL("feedback.css", import.meta.url), "utf8")
  };
  const pages = practices.map((practice) => ({name: nameOf(practice), html: feedbackPage(practice, about)}));
  const aside = staging(out);
  try {
    const browser = await startBrowser();
    try {
      const context = await browser.newContext({locale: "da-DK", colorScheme: "light", offline: true});
      let printed = 0;
      await Promise.all(
        Array.from({length: printers}, (_, printer) =>
          print(
            context,
            aside,
            pages.filter((_, i) => i % printers === printer),
            () => step(`Udskriver ${++printed} af ${pages.length}`)
          )
        )
      );
    } finally {
      await browser.close();
    }
    moveInto(out, aside, []);
  } finally {
    rmSync(aside, {recursive: true, force: true});
  }
  return practices.length;
}

/**
 * The practice of every participant of the last load, on the newest round they took part in.
 * @throws Refusal where nothing is loaded
 */
export async function practicesOf(settings: Settings, codebook: Codebook, aims: FeedbackAims): Promise<OwnPractice[]> {
  const folder = join(settings.workspace, "registrations");
  if (!existsSync(folder) || !existsSync(join(buildCache(settings), "site.json")))
    throw new Refusal("Der er ikke indlæst nogen registreringer; kør først: npx rygatlas load.");
  const session = await openSession({...settings, temporary: settings.workspace});
  try {
    await session.run(
      `CREATE VIEW registrations AS FROM read_parquet(${text(join(folder, "*.parquet"))}, union_by_name = true)`
    );
    const counts = await participantCounts(session, codebook);
    return practicesFrom(codebook, aims, counts, await readPublished(settings, session));
  } finally {
    session.close();
  }
}

/** The same from counts: what a report says of one participant rests on that participant's counts alone. */
export function practicesFrom(
  codebook: Codebook,
  aims: FeedbackAims,
  counts: readonly ParticipantCount[],
  published: (profession: string, round: number) => PublishedProfession
): OwnPractice[] {
  const latest = max(counts, ({round}) => round)!;
  const own = group(
    counts,
    ({profession}) => profession,
    ({participant}) => participant,
    ({round}) => round
  );
  return codebook.professions
    .filter(({telephoneOf}) => !telephoneOf)
    .flatMap((profession) =>
      [...(own.get(profession.id)?.values() ?? [])].map((rounds) => {
        const [now, before] = [...rounds]
          .toSorted(([a], [b]) => b - a)
          .map(([round, counts]) => ({counts, published: published(profession.id, round)}));
        return ownPractice(codebook, aims, profession, now!, {latest, ...(before && {before})});
      })
    );
}

async function print(
  context: BrowserContext,
  folder: string,
  pages: readonly {name: string; html: string}[],
  printed: () => void
): Promise<void> {
  const page = await context.newPage();
  for (const {name, html} of pages) {
    writeFileSync(join(folder, `${name}.html`), html);
    await page.setContent(html);
    await page.pdf({path: join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: true, tagged: true});
    printed();
  }
}

function nameOf({profession, participant, round}: OwnPractice): string {
  return `${profession.id}-${participant.replace(/[^0-9A-Za-z_-]/g, "_")}-runde${round}`;
}

/** @throws Refusal where the folder lies in what readers get, or in what is in git */
function refusePublished({root}: Settings, out: string): void {
  for (const folder of ["dist", "src"]) {
    const way = relative(join(root, folder), out);
    if (!way.startsWith(".."))
      throw new Refusal(`--out: ${out} ligger i ${folder}, som offentliggøres; vælg en mappe uden for projektet.`);
  }
}

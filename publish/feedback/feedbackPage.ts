import type {Codebook} from "../../data-loaders/ground/codebook.js";
import {count, interval, percent, points} from "../../src/components/words/format.js";
import {escapeAttribute as text} from "../html.js";
import {shareLine, smallVariation} from "./drawings.js";
import {messages, type Message} from "./messages.js";
import type {ComparedShare, OwnPractice, OwnShare} from "./ownPractice.js";

/** What a report says beside the participant's practice. */
export interface About {
  codebook: Codebook;
  synthetic: boolean;
  /** `1. december 2026` */
  day: string;
  css: string;
}

/** A participant's own report: one page of HTML that needs nothing beside it, four sheets of A4. */
export function feedbackPage(practice: OwnPractice, about: About): string {
  const {profession, participant, round} = practice;
  const title = `Din tilbagemelding: ${about.codebook.title}`;
  const said = messages(practice);
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(`${title}, ${profession.label}, deltager ${participant}`)}</title>
<style>${about.css}</style>
</head>
<body>
<main>
<section>
<p class="who">${text(profession.label)} · deltager ${text(participant)} · runde ${round} · ${count(practice.registrations)} registreringer · ${about.day}${about.synthetic ? " · <strong>syntetiske data</strong>" : ""}</p>
<h1>${text(title)}</h1>
<p>Rapporten viser dine egne registreringer ved siden af det, der er offentliggjort om ${text(profession.inText)}. Den er lavet til dig, og ingen andre deltagere kan kendes i den.${practice.droppedOut ? " Du var ikke med i den seneste runde, så rapporten er om den, du sidst var med i." : ""}</p>
${said.map(messagePart).join("\n")}
${comparedPart(practice)}
</section>
<section>
<h2>Dine patienter</h2>
${caseMixPart(practice)}
${changePart(practice)}
</section>
<section>
<h2>Din søjle blandt de andres</h2>
${barsPart(practice)}
</section>
<section>
<h2>Mit arbejdsark</h2>
${workSheet(said)}
</section>
</main>
</body>
</html>
`;
}

function messagePart({kind, heading, text: said, means}: Message): string {
  return `<article class="message ${kind}"><h2>${text(heading)}</h2><p>${text(said)}</p>${means ? `<p class="means">${text(means)}</p>` : ""}</article>`;
}

function comparedPart({few, fewest, compared, profession}: OwnPractice): string {
  if (few || compared.length === 0) return "";
  return `<h2>Dine andele</h2>
<p class="key"><span class="k own"></span> dig <span class="k profession"></span> ${text(profession.inText)} samlet
<span class="k chance"></span> det, tilfældet alene giver ved lige så mange registreringer (95 %)
<span class="k middle"></span> den midterste deltager <span class="k best"></span> her begynder den bedste
fjerdedel</p>
${compared
  .map(
    (share) =>
      `<div class="line"><p><strong>${text(share.label)}</strong> ${count(share.own)} af ${count(share.of)}${share.profession === null ? "; faggruppens tal er skjult" : `; faggruppen ${percent(share.profession)}`}${share.middle === null ? "" : `, den midterste ${percent(share.middle, 0)}, den bedste fjerdedel ${share.aim.better === "more" ? "mindst" : "højst"} ${percent(share.bestQuarter, 0)}`}.</p>${shareLine(share)}</div>`
  )
  .join("\n")}
<p class="note">Hvor faggruppens tal bygger på få, kan en rigtig forskel være for lille til at kunne ses. Midten og
den bedste fjerdedel er af deltagere med mindst ${count(fewest)} registreringer.</p>`;
}

function caseMixPart({few, caseMix, compared, profession}: OwnPractice): string {
  const row = ({label, own, of, percent: share, profession: all, chance}: OwnShare) =>
    `<tr><th scope="row">${text(label)}</th><td class="whole">${count(own)} af ${count(of)}</td><td>${percent(share)}</td><td>${percent(all)}</td>${few ? "" : `<td>${chance ? interval(chance.low, chance.high, 0) : "skjult"}</td>`}</tr>`;
  const table = `<table><caption>Hvem dine patienter er, ved siden af faggruppens</caption><thead><tr><th scope="col">Andel af registreringerne</th><th scope="col">Dig</th><th scope="col">Dig, %</th><th scope="col">${text(profession.short)}, %</th>${few ? "" : '<th scope="col">Tilfældet alene (95 %)</th>'}</tr></thead><tbody>${caseMix.map(row).join("")}</tbody></table>`;
  const known = compared.filter(({standardised}) => standardised !== null);
  if (few || known.length === 0) return table;
  const same = known.map(
    ({label, percent: share, standardised, profession: all}) =>
      `<tr><th scope="row">${text(label)}</th><td>${percent(share)}</td><td>${percent(standardised)}</td><td>${percent(all)}</td></tr>`
  );
  return `${table}
<table><caption>De samme andele, hvis dine patienter var som faggruppens</caption><thead><tr><th scope="col">Andel af registreringerne</th><th scope="col">Dig</th><th scope="col">Dig, patienter som faggruppens</th><th scope="col">${text(profession.short)}</th></tr></thead><tbody>${same.join("")}</tbody></table>
<p class="note">Der er taget højde for, hvor mange af konsultationerne der var de første, og hvor mange patienter der
var svært påvirkede (indirekte standardisering). Andre forskelle på patienter er der ikke taget højde for.</p>`;
}

function changePart({compared}: OwnPractice): string {
  const changed = compared.flatMap((share) => (share.change ? [{...share, change: share.change}] : []));
  if (changed.length === 0) return "";
  const row = ({label, own, of, change}: ComparedShare & {change: NonNullable<ComparedShare["change"]>}) =>
    `<tr><th scope="row">${text(label)}</th><td>${count(change.own)} af ${count(change.of)} (${percent(change.percent)})</td><td>${count(own)} af ${count(of)} (${percent((100 * own) / of)})</td><td>${points(change.difference)} (${interval(change.low, change.high)})</td><td>${change.expected === null ? "kendes ikke" : percent(change.expected)}</td></tr>`;
  return `<table><caption>Siden runde ${changed[0]!.change.round}</caption><thead><tr><th scope="col">Andel af registreringerne</th><th scope="col">Før</th><th scope="col">Nu</th><th scope="col">Ændring (95 %)</th><th scope="col">Ventet nu, hvis intet var ændret</th></tr></thead><tbody>${changed.map(row).join("")}</tbody></table>
<p class="note">En andel, der lå langt fra de andres, ligger som regel tættere på næste gang, også når intet er
ændret.</p>`;
}

function barsPart({diagrams, few, profession}: OwnPractice): string {
  if (diagrams.length === 0)
    return `<p>${few ? "Med så få registreringer har du ingen søjle." : `For ${text(profession.inText)} offentliggøres deltagernes søjler ikke, så der er ingen at stå imellem.`}</p>`;
  return `<p>En søjle pr. deltager, ordnet efter størrelse; <span class="k ownBar"></span> er din, stregen er faggruppen samlet. ${few ? "Med så få registreringer siger din plads ikke noget om din praksis." : "En søjles plads siger ikke alene, om noget er godt eller dårligt: patienter, registrering og tilfældet flytter den."}</p>
${diagrams.map(({block, bars}) => `<h3>${text(block)}</h3><div class="bars">${bars.map((bar) => `<figure><figcaption>${text(bar.label)}</figcaption>${smallVariation(bar)}<p>dig ${percent(bar.percent, 0)}, alle ${percent(bar.profession, 0)}</p></figure>`).join("")}</div>`).join("\n")}`;
}

function workSheet(said: readonly Message[]): string {
  const goals = said.flatMap(({goal}) => (goal ? [goal] : []));
  const lines = (label: string, hint = "") =>
    `<div class="write"><h3>${label}</h3>${hint ? `<p class="note">${hint}</p>` : ""}<p class="ruled"></p><p class="ruled"></p></div>`;
  return `<p>Ét mål, der kan tælles, virker bedre end mange gode hensigter. Tag arket med til mødet.</p>
${goals.length > 0 ? `<p class="note">Til at begynde fra: ${goals.map((goal) => `»${text(goal)}«`).join(" eller ")}</p>` : ""}
${lines("Mit mål", "Hvor ofte vil jeg gøre det, ved hvilke patienter?")}
${lines("Det gør jeg", "Hvad gør jeg anderledes i morgen, og hvad minder mig om det?")}
${lines("Senest", "Hvornår ser jeg efter, om det lykkes?")}
${lines("Hvem hjælper mig", "En kollega, klinikken, en, jeg henviser til?")}
${lines("Hvad kan forklare tallene ud over min praksis", "Patienterne? Måden, jeg registrerede på? Tilfældet?")}`;
}

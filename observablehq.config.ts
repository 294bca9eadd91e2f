import type MarkdownIt from "markdown-it";
import {readNews} from "./data-loaders/news/keepNews.js";
import {readAuditTexts} from "./data-loaders/ground/auditTexts.js";
import {readSettings} from "./data-loaders/ground/settings.js";
import {dictionary} from "./publish/dictionary/dictionary.js";
import {fillDictionary} from "./publish/dictionary/fillDictionary.js";
import {fillAuditTexts} from "./publish/framework/auditTexts.js";
import {draftCells, draftScript} from "./publish/framework/draftCells.js";
import {pageFooter} from "./publish/framework/footer.js";
import {fencePreview} from "./publish/framework/fencePreview.js";
import {pageHead} from "./publish/framework/head.js";
import {joinCells} from "./publish/framework/joinCells.js";
import {previewScript} from "./publish/framework/preview.js";
import {previewCells} from "./publish/framework/previewCells.js";
import {stayOffline} from "./publish/framework/offline.js";
import {fillTexts} from "./publish/framework/pageTexts.js";
import {fillWords} from "./publish/framework/pageWords.js";
import {parameterPages} from "./publish/pages/parameterPages.js";
import {roundsLoaded} from "./publish/pages/vocabulary.js";

stayOffline("src");
const made = await parameterPages(".");
const words = await dictionary(".");
const settings = readSettings(".");
const texts = readAuditTexts(settings.codebook);
/** With one round there is no change to show: the page is there for links, but not in the menu. */
const hasOneRound = roundsLoaded(settings) === 1;
const beforeAndAfter = hasOneRound ? [] : [{name: "Før og efter", path: "/audit/runder"}];
/** With no earlier release there is nothing new to tell. */
const hasNews = typeof readNews(".")?.since === "string";
const whatIsNew = hasNews ? [{name: "Nyt", path: "/nyt"}] : [];
/** Whether pages are shown while they are written: by `rygatlas dev`, or by Framework's own command. */
const isPreview = process.argv.some((word) => word === "dev" || word === "preview");

export default {
  root: "src",
  output: "dist",
  title: "Rygatlas",
  home: "Rygatlas",
  globalStylesheets: [],
  style: "style.css",
  head: (page: {path: string}) => pageHead(page, made, texts) + (isPreview ? previewScript + draftScript : ""),
  dynamicPaths: made.map(({address}) => `/${address}`),
  markdownIt: (md: MarkdownIt) => {
    const filled = fillDictionary(
      fillTexts(fillAuditTexts(fillWords(joinCells(md), made), texts), made, "data/recommendations"),
      words
    );
    // A build comes after lint.
    return isPreview ? previewCells(fencePreview(draftCells(filled))) : filled;
  },
  typographer: true,
  quotes: "»«›‹",
  toc: {label: "På denne side"},
  // A build gets a search of its own, and Framework would read every page twice for its index.
  search: isPreview,
  footer: (page: {path: string}) => pageFooter(page, made, settings.contact),
  pages: [
    {
      name: "Audit",
      pages: [
        {name: "Håndtering på tværs", path: "/audit/haandtering"},
        {name: "Variation", path: "/audit/variation"},
        {name: "Svært påvirkede", path: "/audit/udstraaling"},
        ...beforeAndAfter,
        {name: "Forløb", path: "/audit/forloeb"},
        {name: "Alder og køn", path: "/audit/alder-og-koen"},
        {name: "Til mødet", path: "/moedet"},
        {name: "Skemaer", path: "/skemaer"},
        {name: "Resultattabeller", path: "/audit/tabeller"}
      ]
    },
    {
      name: "Registre",
      pages: [
        {name: "Patienterne", path: "/register/"},
        {name: "Diagnoser", path: "/register/diagnoser"},
        {name: "Patientforløb", path: "/register/patientforloeb"},
        {name: "Indikatorer", path: "/register/indikatorer/"},
        {name: "Regioner og kommuner", path: "/register/omraade/"}
      ]
    },
    {
      name: "Forløbsprogram",
      pages: [
        {name: "Hvem gør hvad", path: "/forloebsprogram/"},
        {name: "Anbefalinger og praksis", path: "/forloebsprogram/anbefalinger"},
        {name: "Fra befolkning til patient", path: "/forloebsprogram/forekomst"},
        {name: "Følg en patient", path: "/forloebsprogram/foelg-en-patient"},
        {name: "Seks forløb", path: "/forloebsprogram/cases/"},
        {name: "Forløb i registrene", path: "/forloebsprogram/forloeb"},
        {name: "På tværs", path: "/paa-tvaers"}
      ]
    },
    {
      name: "Metode og data",
      pages: [
        ...whatIsNew,
        {name: "Metode", path: "/metode/"},
        {name: "Definitioner", path: "/metode/indikatorer"},
        {name: "Ordbog", path: "/metode/ordbog"},
        {name: "Afstemning", path: "/metode/afstemning"},
        {name: "Datakvalitet", path: "/metode/datakvalitet"},
        {name: "Diskretion", path: "/metode/diskretion"},
        {name: "Hent data", path: "/data"},
        {name: "Mødemappe", path: "/moedemappe"}
      ]
    }
  ]
};

import type {SiteFacts} from "../../../data-loaders/facts/siteFacts.js";
import {dataText} from "../data/citation.js";
import {element} from "../dom/dom.js";
import {count} from "../words/format.js";

/**
 * Which data a reader is looking at: the synthetic twin or somebody's own extracts, of which date, under which seal.
 */
export function dataNotice(site: SiteFacts): HTMLElement {
  const {synthetic, seal, forms} = site;
  const rows = forms.reduce((sum, form) => sum + form.registrations, 0);
  const what = synthetic
    ? element(
        "p",
        {},
        element("strong", {}, "Syntetiske data. "),
        "Alle tal på siderne er beregnet af et opdigtet datasæt, der er lavet, så det giver den trykte auditrapports tal, når kendte trykfejl er rettet. Ingen registrering handler om en virkelig patient."
      )
    : element("p", {}, element("strong", {}, "Egne data. "), `Tallene er beregnet af ${dataText(site)}.`);
  return element(
    "div",
    {class: "data-notice"},
    what,
    element(
      "p",
      {class: "data-notice-seal"},
      `${count(rows)} ${rows === 1 ? "registrering" : "registreringer"}, telefonkonsultationer medregnet · segl ${seal.slice(0, 12)}`
    )
  );
}

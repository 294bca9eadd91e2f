import type {Codebook, Profession, Question} from "../../data-loaders/ground/codebook.js";
import {escapeAttribute as text} from "../html.js";

/** What a form's page is made from. */
export interface FormSource {
  codebook: Codebook;
  /** Hash of the code book. */
  seal: string;
  profession: Profession;
  /** Explanations by question, as HTML. */
  guide: ReadonlyMap<string, string>;
  /** The key that hand-ins are encrypted to; empty where they are plain. */
  key: string;
  /** The names of the files beside the page. */
  script: string;
  style: string;
}

const consultations = [
  {id: "first", label: "Første konsultation"},
  {id: "later", label: "Senere konsultation"}
];

/** One profession's form: filled in on a telephone or a desktop, printed on A4. */
export function formPage({codebook, seal, profession, guide, key, script, style}: FormSource): string {
  const {questions, telephoneOf} = profession;
  const asked = questions.filter(({id}) => id !== "sex");
  const sex = questions.find(({id}) => id === "sex");
  const about = {
    codebook: codebook.id,
    seal,
    profession: telephoneOf ?? profession.id,
    telephone: Boolean(telephoneOf),
    key,
    columns: asked.flatMap(({id, type, answers}) =>
      type === "single" ? [id] : answers.map((answer) => `${id}.${answer.id}`)
    )
  };
  return `<!doctype html>
<html lang="da">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${text(`${codebook.title}: ${profession.label}`)}</title>
<link rel="manifest" href="${profession.id}.webmanifest">
<link rel="icon" href="ikon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
<body data-form="${text(JSON.stringify(about))}">
<header>
  <p class="what">${text(codebook.title)} · <strong>${text(profession.label)}</strong></p>
  <p class="paper">Deltager: ____________ &nbsp; Skema nr.: ______ &nbsp; Dato: ____________</p>
  <p class="count on-screen" role="status"></p>
  <p class="practising on-screen" hidden><strong>Øvelse.</strong> Intet af det her tæller med. <span class="case"></span></p>
  <p class="goal on-screen" hidden></p>
  <p class="reminder on-screen" role="status" hidden></p>
</header>
<main>
<noscript><p>Skemaet kan udskrives, men kan kun udfyldes her, når browseren må køre scripts.</p></noscript>
<form class="who on-screen" hidden autocomplete="off">
  <h1>Hvem registrerer?</h1>
  <p>Din deltagerkode har du fået af den, der står for auditten. Skriv aldrig navne eller CPR-numre.</p>
  <label>Deltagerkode <input name="participant" required maxlength="12" pattern="[0-9A-Za-z_\\-]+" inputmode="text"></label>
  <label>Runde <input name="round" type="number" required min="1" max="20" value="1" inputmode="numeric"></label>
  <label>Mit mål, hvis jeg har sat et <input name="goal" maxlength="160" autocomplete="off"></label>
  <p>Målet bliver i denne browser og står over skemaet. Det afleveres ikke.</p>
  <p class="fault" role="alert"></p>
  <button type="submit">Begynd</button>
</form>
<form class="registration" autocomplete="off">
${whoAndWhich(telephoneOf ? undefined : consultations, sex)}
<fieldset data-question="age">
  <legend>Alder <span class="missing on-screen">ikke udfyldt</span></legend>
  <label class="age"><input name="age" type="text" inputmode="numeric" pattern="[0-9]*" maxlength="3" aria-describedby="age-fault"> år</label>
  <span class="fault on-screen" id="age-fault" role="alert"></span>
</fieldset>
${asked.map((question) => questionGroup(question, guide)).join("\n")}
<p class="left on-screen" role="status"></p>
<p class="acts on-screen"><button type="submit">Gem og tag den næste</button> <span class="saved" role="status"></span></p>
</form>
<section class="tools on-screen" aria-label="Registreringerne">
  <button type="button" data-act="hand-in">Aflever</button>
  <button type="button" data-act="practise">Øv dig på ti opdigtede patienter</button>
  <button type="button" data-act="undo" hidden>Fortryd den seneste</button>
  <button type="button" data-act="begin">Ny runde eller nyt mål</button>
  <button type="button" data-act="print">Udskriv på papir</button>
  <p class="handed" role="status"></p>
</section>
</main>
<footer class="on-screen"><p>Registreringerne bliver i denne browser og sendes ingen steder hen, før du selv afleverer filen. Skemaet virker uden net.</p></footer>
</body>
</html>
`;
}

/**
 * Consultation and sex: where a form asks for both, one tap answers both; each alone for those who know only one of
 * them, and on paper.
 */
function whoAndWhich(consultation: typeof consultations | undefined, sex: Question | undefined): string {
  const none = new Map<string, string>();
  const apart = [
    consultation && group("consultation", "Konsultation", consultation, "single", none),
    sex && group("sex", sex.block, sex.answers, "single", none)
  ].filter(Boolean);
  if (!consultation || !sex) return apart.join("\n");
  const both = sex.answers.flatMap(({id, label}) =>
    consultation.map((one) => ({id: `${one.id} ${id}`, label: `${label}, ${one.label.toLowerCase()}`}))
  );
  return `<div class="both on-screen">${group("both", "Patienten og konsultationen", both, "single", none)}
<button type="button" class="only-one" aria-expanded="false">Kun det ene er kendt</button></div>
<div class="apart">${apart.join("\n")}</div>`;
}

function questionGroup({id, block, type, answers}: Question, guide: ReadonlyMap<string, string>): string {
  return group(id, block, answers, type, guide);
}

function group(
  id: string,
  heading: string,
  answers: readonly {id: string; label: string; excludesOthers?: boolean}[],
  type: Question["type"],
  guide: ReadonlyMap<string, string>
): string {
  const many = type === "multi" ? ` <span class="many">sæt gerne flere kryds</span>` : "";
  const help = guide.get(id);
  return `<fieldset data-question="${id}">
  <legend>${text(heading)}${many} <span class="missing on-screen">ikke udfyldt</span></legend>
  ${help ? `<details class="on-screen"><summary>Hvad menes der?</summary>${help}</details>` : ""}
  ${answers
    .map(
      (answer) =>
        `<label><input type="${type === "single" ? "radio" : "checkbox"}" name="${type === "single" ? id : `${id}.${answer.id}`}"${type === "single" ? ` value="${answer.id}"` : ""}${answer.excludesOthers ? " data-alone" : ""}> <span>${text(answer.label)}</span></label>`
    )
    .join("\n  ")}
</fieldset>`;
}

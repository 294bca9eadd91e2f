/**
 * What the front page may point out, and how it is asked about. An editor changes the words, takes a measure out or
 * adds one here; whether a difference is one, and which comes first, follows from the numbers alone.
 *
 * Of each kind the finding that surely concerns the most people is shown, and the kinds stand in the order of how many
 * that is. Incidence is left out: it counts citizens, of whom there are so many that it would always come first.
 */

/** How many findings there are at most. */
export const mostFindings = 5;

/** What surely concerns fewer is nothing for a meeting. */
export const fewestPeople = 5;

/** The kinds of findings, with the heading of each. */
export const kinds = {
  differs: "Her er det anderledes",
  changed: "Her er det blevet anderledes",
  programme: "Her afviger praksis fra programmet",
  clinicians: "Her gør behandlere forskelligt",
  unknown: "Det kan tallene ikke sige"
} as const;

export type Kind = keyof typeof kinds;

/** A measure in words: `blandt {who} fra Region Syddanmark{which} er andelen, der {what}, 20 %`. */
export interface MeasureWords {
  who: string;
  which: string;
  what: string;
  question: string;
  meaning: string;
}

/** The indicators that are compared, by id. */
export const indicators: Record<string, MeasureWords> = {
  labour_market_retention: {
    who: "patienter",
    which: " i fuldt arbejde før kontakten",
    what: "stadig er i fuld beskæftigelse et år efter",
    question: "Hvem hjælper patienten med at blive på arbejdet, og hvornår begynder den hjælp?",
    meaning: "At miste arbejdet er en af de dyreste følger af rygsmerter, for patienten og for samfundet."
  },
  primary_care_before: {
    who: "rygpatienter",
    which: " på hospital",
    what: "havde set en kiropraktor eller fysioterapeut i halvåret før",
    question: "Hvem når ikke forbi kiropraktor eller fysioterapeut, før de henvises?",
    meaning:
      "Hverken en høj eller en lav andel er bedst: den siger noget om vejen til hospitalet, også om ventetid, afstand og egenbetaling."
  },
  rehabilitation_after_surgery: {
    who: "patienter",
    which: ", der opereres i ryggen,",
    what: "får en genoptræningsplan",
    question: "Hvem afgør, om der skal en genoptræningsplan til, og ser kommunen dem, der ikke får en?",
    meaning: "Uden en plan ved kommunen ikke, at borgeren er opereret. Ikke alle operationer kræver genoptræning."
  },
  repeated_mri: {
    who: "patienter",
    which: ", der MR-skannes,",
    what: "skannes igen inden for et år",
    question: "Kan den, der henviser, se den skanning, der allerede er taget?",
    meaning:
      "En ny skanning ændrer sjældent behandlingen, men kan være rigtig efter en operation eller ved nye symptomer."
  },
  strong_analgesic_no_prior_use: {
    who: "patienter",
    which: ", der ikke fik stærk smertestillende medicin før kontakten,",
    what: "heller ikke får den tre til seks måneder efter",
    question: "Hvilken plan for at slutte igen følger med den første recept?",
    meaning: "Virkningen af stærk medicin er lille, når den fortsætter, og den kan gøre afhængig."
  },
  strong_analgesic_prior_use: {
    who: "patienter",
    which: ", der fik stærk smertestillende medicin før kontakten,",
    what: "ikke længere får den tre til seks måneder efter",
    question: "Hvem tager ansvar for at trappe medicinen ned, når patienten går mellem sektorerne?",
    meaning: "Mange har haft svære smerter længe; nogle kan ikke undvære medicinen, men for de færreste holder den."
  },
  surgery_within_a_year: {
    who: "rygpatienter",
    which: " på hospital",
    what: "opereres i ryggen inden for et år",
    question: "Er det patienterne, udredningen eller adgangen til en kirurg, der gør forskellen?",
    meaning: "Andelen siger ikke i sig selv, om der opereres for meget eller for lidt."
  }
};

/** The rules of the programme that the registers decide, patient by patient. */
export const registerRules: Record<string, {who: string; which: string; question: string; meaning: string}> = {
  PR39: {
    who: "patienter",
    which: " med uspecifikke lænderygsmerter",
    question: "Hvad var grunden til at operere uden en specifik diagnose?",
    meaning: "Diagnosen er den, patienten fik på hospitalet; den kan være ændret, da der blev opereret."
  },
  PR68: {
    who: "opererede patienter",
    which: "",
    question: "Hvad gik forud for operationen, og var den behandling længe nok undervejs?",
    meaning: "Behandling hos egen læge og træning, patienten selv betaler, ses ikke i registrene."
  },
  PR69: {
    who: "opererede patienter",
    which: "",
    question: indicators.rehabilitation_after_surgery!.question,
    meaning: indicators.rehabilitation_after_surgery!.meaning
  }
};

/** The rules that the registers cannot decide of everybody they concern. */
export const undecidedRules = ["PR40", "PR39", "PR68", "PR69"];

/** The rules of the programme that an answer or a composite of the audit's forms speaks to, for each profession. */
export const auditRules: {rule: string; ref: string; question: string; meaning: string}[] = [
  {
    rule: "PR20",
    ref: "actions.self_management_advice",
    question: "Hos hvilke patienter er rådgivning om egenhåndtering ikke nødvendig i dag?",
    meaning: "Rådgivningen kan være givet ved en tidligere konsultation."
  },
  {
    rule: "PR21",
    ref: "actions.information_prognosis",
    question: "Ved patienten, når samtalen er slut, hvad der kan ventes?",
    meaning: "Informationen kan være givet ved en tidligere konsultation."
  },
  {
    rule: "PR35",
    ref: "referrals.mri",
    question: "Hvilken beslutning hang på skanningen?",
    meaning: "Nogle af patienterne skal skannes; skemaet siger ikke hvem."
  },
  {
    rule: "PR36",
    ref: "actions.opioids",
    question: "Hvilken plan for at slutte igen følger med recepten?",
    meaning: "Skemaet siger ikke, om medicinen er ny eller fortsætter."
  }
];

/**
 * The answers of the audit's forms that are a choice of the clinician's, and not what a profession is there for (such
 * as manual treatment), what patients are like, or »none of these«.
 */
export const handling = [
  "actions.self_management_advice",
  "actions.information_prognosis",
  "actions.exercise_instruction",
  "actions.nsaid",
  "actions.opioids",
  "actions.neuropathic_medication",
  "actions.new_consultation",
  "actions.own_clinic_radiography",
  "referrals.mri",
  "referrals.physiotherapist",
  "referrals.chiropractor",
  "referrals.spine_centre",
  "referrals.municipal_service",
  "referrals.extended_lumbar_examination"
];

/** What is asked of any answer that professions, or clinicians of one, tick differently. */
export const betweenClinicians = {
  question: "Er det patienterne, praksis eller måden at sætte kryds på, der gør forskellen?",
  meaning: "Patienterne er ikke de samme hos alle. Det, tilfældighed forklarer, er taget fra."
};

/** What is asked of what is not known. */
export const ofTheUnknown = {
  question: "Hvad skal der til, for at vi kan vide det næste gang?",
  meaning: "Et tal, der mangler, er ikke et tal på nul."
};

/** The usual causes of a difference, for a meeting to tick: what each is called, and what would speak for it. */
export const causes = [
  {id: "patients", label: "Patienterne", hint: "Er de ældre, sværere påvirkede eller længere i forløbet hos nogle?"},
  {id: "practice", label: "Praksis", hint: "Gør vi forskelligt ved patienter, der ligner hinanden?"},
  {id: "registration", label: "Registreringen", hint: "Sætter vi kryds ved det samme, og husker vi det?"}
] as const;

// The ids of the programme for back pain: its rules, and the pathways that are judged by them. Words as in a sentence.

/** Those who give the programme's efforts, in its order, as headings. */
export const givers = {
  gp: "Egen læge",
  physiotherapist: "Fysioterapeut",
  chiropractor: "Kiropraktor",
  specialist: "Speciallæge",
  hospital: "Sygehus",
  municipality: "Kommune",
  workplace: "Arbejdsplads"
} as const;

export type Giver = keyof typeof givers;

/** For how many patients an effort is, as headings. */
export const tiers = {all: "For alle", some: "For nogle", few: "For få"} as const;

export type Tier = keyof typeof tiers;

/** Who acts in a pathway. */
export const actors = {
  patient: "patienten",
  gp: "egen læge",
  chiropractor: "kiropraktor",
  physiotherapist: "fysioterapeut",
  physiotherapist_or_chiropractor: "fysioterapeut eller kiropraktor",
  hospital_rheumatologist: "reumatolog",
  hospital_physio: "sygehusets fysioterapeut",
  hospital_team: "sygehusets team",
  hospital_radiology: "røntgenafdeling",
  hospital_case_manager: "sygehusets socialrådgiver",
  surgeon: "rygkirurg",
  municipality: "kommunen",
  employer: "arbejdsgiver"
} as const;

export type Actor = keyof typeof actors;

/** Where something happens: the lanes of a timeline from the patient outwards, as headings. */
export const lanes = {
  home: "Hjemme",
  primary: "Praksissektor",
  hospital: givers.hospital,
  municipal: givers.municipality,
  workplace: givers.workplace
} as const;

export type Lane = keyof typeof lanes;

/** The verdicts of a rule; `undecided` where the source has too little. */
export const verdicts = {
  follows: {danish: "følger", english: "follows the rule", label: "Følger reglen"},
  departs: {danish: "afviger", english: "departs from it", label: "Afviger"},
  undecided: {danish: "kan ikke afgøres", english: "cannot be decided", label: "Kan ikke afgøres"}
};

export type Verdict = keyof typeof verdicts;

/** The rules that registers decide, where there is little room. */
export const ruleNames: Record<string, string> = {
  PR39: "Uspecifikke smerter opereres ikke",
  PR40: "Skannet før operation",
  PR68: "Behandlet før operation",
  PR69: "Plan efter operation"
};

/** Kinds of events that rules need and registers do not hold. */
export const eventsNotRegistered: Record<string, string> = {
  consultation: "konsultationer i praksissektoren",
  exam: "undersøgelser",
  advice: "råd",
  follow_up_agreed: "aftaler om ny konsultation",
  risk_screening: "risikoskemaer",
  referral: "henvisninger",
  case_conference: "konferencer",
  discharge_letter: "breve",
  sick_leave_start: "sygemeldinger",
  round_table_meeting: "rundbordssamtaler"
};

import {min} from "d3-array";
import type {Computed, Group} from "../printed/computed.js";
import {participantsOf} from "../printed/overview.js";

/** A quantity the running text gives, as the statement file words it. */
export interface Quantity {
  /** In Danish. */
  how: string;
  value(computed: Computed, profession: string): number | undefined;
  /** Said of every profession, so each of them is measured where the statement is about all. */
  eachForm?: boolean;
  whole?: boolean;
}

/** The answers behind the words of a percentage, and what to call them. */
const answers: Record<string, [ref: string, words: string]> = {
  men: ["sex.male", "mænd"],
  "ULRUS done": ["actions.extended_lumbar_examination", "ULRUS"],
  "manual treatment": ["actions.manual_treatment", "manuel behandling"],
  "interdisciplinary conference": ["actions.case_conference", "konference med kolleger i huset"],
  "referred to physiotherapist": ["referrals.physiotherapist", "henvisning til fysioterapeut"],
  "referred to chiropractor": ["referrals.chiropractor", "henvisning til kiropraktor"],
  "referred to spine centre": ["referrals.spine_centre", "henvisning til Rygcentret"],
  "referred to GP": ["referrals.gp", "henvisning til egen læge"],
  "referred to MR scan": ["referrals.mri", "henvisning til MR-scanning"],
  "surgical assessment": ["referrals.surgical_assessment", "henvisning til kirurgisk vurdering"]
};

const consultationOf: Record<string, Group["consultation"]> = {
  "": "all",
  "first consultation": "first",
  "later consultations": "later"
};

const inWords: Record<string, string> = {
  all: "alle registreringer",
  first: "første konsultationer",
  later: "senere konsultationer"
};

/** How a statement is measured; undefined for words nobody has given a meaning. */
export function quantityOf(measure: string, subgroup: string): Quantity | undefined {
  if (measure === "registrations" || measure === "registrations incl. telephone") return registrationsOf(subgroup);
  const consultation = consultationOf[subgroup];
  if (measure.startsWith("registrations in subgroup with radiation") && consultation) {
    return {
      how: `Svært påvirkede, ${inWords[consultation]}`,
      value: (c, profession) => c.registrations({profession, consultation, patientGroup: "severe"}),
      whole: true
    };
  }
  const answer = answers[measure];
  if (answer && consultation) {
    const [ref, words] = answer;
    return {
      how: `Andel med ${words} af ${inWords[consultation]}`,
      value: (c, profession) => c.share({profession, consultation}, ref)?.percent
    };
  }
  return others[measure];
}

/** Why registrations of this audit cannot show a statement; undefined where they can. */
export function whyNotAbout(measure: string, subgroup: string): string | undefined {
  if (subgroup.startsWith("1. audit 2011") || measure === "year of first audit")
    return "Handler om den første audit i 2011.";
  if (measure === "regional programme year") return "Handler om forløbsprogrammet, ikke om registreringerne.";
  if (measure === "registration period") return "Registreringerne har ingen dato, så perioden kan ikke ses af dem.";
  return undefined;
}

const others: Record<string, Quantity> = {
  participants: {how: "Forskellige deltagere", value: participantsOf, whole: true},
  "mean registrations per participant": {
    how: "Registreringer divideret med deltagere",
    value: (c, profession) => (c.registrations({profession}) ?? NaN) / participantsOf(c, profession)
  },
  "minimum age": {
    how: "Yngste patient",
    value: (c) => min(c.codebook.professions, (p) => c.ageRange(p.id)?.youngest),
    whole: true
  },
  "youngest patient age": {
    how: "Yngste patient i hver faggruppe",
    value: (c, p) => c.ageRange(p)?.youngest,
    eachForm: true,
    whole: true
  },
  "oldest patient age": {
    how: "Ældste patient i hver faggruppe",
    value: (c, p) => c.ageRange(p)?.oldest,
    eachForm: true,
    whole: true
  }
};

/** Telephone consultations are registrations of another form, so they are added where the statement counts them. */
function registrationsOf(subgroup: string): Quantity {
  const inPerson = subgroup !== "telephone consultations";
  const telephone = subgroup.includes("telephone");
  return {
    how: "Registreringer " + [inPerson && "i konsultation", telephone && "i telefon"].filter(Boolean).join(" og "),
    value: (c, profession) => {
      const phone = c.codebook.professions.find((p) => p.telephoneOf === profession)?.id;
      return (
        (inPerson ? (c.registrations({profession}) ?? NaN) : 0) +
        (telephone ? (c.registrations({profession: phone ?? ""}) ?? NaN) : 0)
      );
    },
    whole: true
  };
}

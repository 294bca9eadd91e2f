import type {Found} from "../figure.js";
import {foundIn, indicatorOf, keyFigureIn, type ComputedRegisters} from "./computed.js";

/** One thing the report prints about an indicator in the whole country. */
export interface IndicatorItem {
  /** In Danish. */
  words: string;
  find(computed: ComputedRegisters, id: string): Found;
}

const country = {area_type: "country", area_id: "country"};

/** What the report prints of an indicator besides its extremes, by item. */
export const indicatorItems: Record<string, IndicatorItem> = {
  denominator: {words: "nævner", find: (c, id) => ofCountry(c, id, "denominator")},
  numerator: {words: "tæller", find: (c, id) => ofCountry(c, id, "numerator")},
  result: {words: "resultat, procent", find: (c, id) => ofCountry(c, id, "percent")},
  denominator_share_of_all: {
    words: "nævner af alle patienter, procent",
    find: (c, id) => keyFigureIn(c, `${id}_denominator_share`)
  },
  denominator_share_of_age_group: {
    words: "nævner af aldersgruppen, procent",
    find: (c, id) => keyFigureIn(c, `${id}_denominator_share`)
  },
  redeemed_after: {words: "har indløst recept efter kontakten, procent", find: notMet},
  redeemed_after_prescriber_primary: prescribers("primary", "patients", "recept fra praksissektoren, antal"),
  redeemed_after_prescriber_primary_share: prescribers("primary", "percent", "recept fra praksissektoren, procent"),
  redeemed_after_prescriber_secondary: prescribers("secondary", "patients", "recept fra hospital, antal"),
  redeemed_after_prescriber_secondary_share: prescribers("secondary", "percent", "recept fra hospital, procent"),
  age_group_min: {words: "yngste i aldersgruppen", find: (c, id) => ({computed: indicatorOf(c, id)?.ages?.from})},
  age_group_max: {words: "ældste i aldersgruppen", find: (c, id) => ({computed: indicatorOf(c, id)?.ages?.to})},
  mean_age: {words: "gennemsnitsalder", find: (c, id) => keyFigureIn(c, `${id}_mean_age`)},
  men: {words: "mænd, procent", find: (c, id) => keyFigureIn(c, `${id}_men`)},
  married_or_partner: {
    words: "gifte eller i registreret partnerskab, procent",
    find: (c, id) => keyFigureIn(c, `${id}_married_or_partner`)
  },
  diagnosis_DM54_at_first_contact: {
    words: "rygsmerter (DM54), procent",
    find: (c, id) => keyFigureIn(c, `${id}_diagnosis_DM54_at_first_contact`)
  },
  result_as_printed_in_patient_perspective: {
    words: "resultat i patientens perspektiv, procent",
    find: (c, id) => ofCountry(c, id, "percent")
  },
  not_full_employment_after: {words: "ikke længere i fuld beskæftigelse, procent", find: notMet},
  not_full_reduced_hours: outcome("reduced_hours", "heraf på nedsat tid, procent"),
  not_full_public_benefit: outcome("public_benefit", "heraf på offentlig ydelse, procent"),
  working_life_changed_share_in_words: {words: "ændret arbejdsliv, »knap 1 ud af 5«, procent", find: notMet}
};

function ofCountry(computed: ComputedRegisters, id: string, column: string): Found {
  return foundIn(computed, "indicator_values", {indicator_id: id, ...country}, column);
}

/** Percent of the denominator that is not in the numerator. */
function notMet(computed: ComputedRegisters, id: string): Found {
  return foundIn(computed, "indicator_values", {indicator_id: id, ...country}, "percent", {rest: true});
}

function prescribers(sector: string, column: string, words: string): IndicatorItem {
  return {words, find: (c, id) => foundIn(c, "prescribers", {indicator_id: id, sector}, column)};
}

function outcome(of: string, words: string): IndicatorItem {
  return {words, find: (c) => foundIn(c, "employment_outcomes", {...country, outcome: of}, "percent")};
}

import type {Codebook} from "../ground/codebook.js";
import {text} from "../engine/session.js";

/**
 * Registrations by round, profession, sex and year of age where both are known, for a FROM; `all` pools every form but
 * the telephone ones.
 */
export function knownAges({professions}: Codebook): string {
  const telephone = professions.filter((form) => form.telephoneOf).map((form) => text(form.id));
  const known = `FROM age_counts WHERE age IS NOT NULL AND sex IN ('female', 'male')`;
  const pooled = telephone.length > 0 ? `${known} AND profession NOT IN (${telephone.join(", ")})` : known;
  return `(
    SELECT round, profession, sex, age, n ${known}
    UNION ALL SELECT round, 'all', sex, age, n ${pooled}
  )`;
}

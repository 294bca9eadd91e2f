-- What people of the cohort have redeemed of strong analgesics, whenever.
-- One row a redeemed prescription.

SET VARIABLE drugs = (SELECT list(l ORDER BY len(l.prefix) DESC, l.prefix) FROM code_drugs l);

CREATE OR REPLACE TEMP TABLE strong_analgesics AS
WITH redeemed AS MATERIALIZED (
  SELECT person_id, date, atc, prescriber
  FROM prescriptions SEMI JOIN cohort USING (person_id)
  WHERE is_listed(atc, getvariable('drugs')) AND coalesce(packages, 1) > 0
),
-- Of millions of prescriptions there are few codes: each is looked up once.
types AS (
  SELECT atc, listed_as(atc, getvariable('drugs')).drug_type AS drug_type FROM (SELECT DISTINCT atc FROM redeemed)
)
SELECT person_id, date, drug_type, atc, prescriber
FROM redeemed JOIN types USING (atc);

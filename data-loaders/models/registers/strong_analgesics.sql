-- What people of the cohort have redeemed of strong analgesics, whenever.
-- One row a redeemed prescription.

-- No more of the list than is needed: it is searched for each of millions of prescriptions.
SET VARIABLE drugs = (
  SELECT list({prefix: prefix, drug_type: drug_type} ORDER BY len(prefix) DESC, prefix) FROM code_drugs
);

CREATE OR REPLACE TEMP TABLE strong_analgesics AS
SELECT person_id, date, listed_as(atc, getvariable('drugs')).drug_type AS drug_type, atc, prescriber
FROM prescriptions SEMI JOIN cohort USING (person_id)
WHERE is_listed(atc, getvariable('drugs')) AND coalesce(packages, 1) > 0;

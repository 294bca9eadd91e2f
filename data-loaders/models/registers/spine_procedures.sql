-- Days on which people of the cohort had spine surgery, an MRI of the spine or a rehabilitation plan.
-- One row a person, day and kind: several codes on one day are one.

SET VARIABLE spine_surgery = (SELECT list(l) FROM code_spine_surgery l);
SET VARIABLE mri = (SELECT list(l) FROM code_mri l);
SET VARIABLE rehabilitation = (SELECT list(l) FROM code_rehabilitation l);

CREATE OR REPLACE TEMP TABLE spine_procedures AS
SELECT DISTINCT person_id, date, kind
FROM (
  SELECT person_id, start_date AS date,
    CASE WHEN is_listed(code, getvariable('spine_surgery')) THEN 'surgery'
      WHEN is_listed(code, getvariable('mri')) THEN 'mri'
      WHEN is_listed(code, getvariable('rehabilitation')) THEN 'rehabilitation' END AS kind
  FROM procedures SEMI JOIN cohort USING (person_id)
  -- An add-on code belongs to another procedure.
  WHERE coalesce(type, '') <> '+'
)
WHERE kind IS NOT NULL;

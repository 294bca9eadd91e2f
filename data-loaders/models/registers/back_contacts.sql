-- Back contacts and those left out for another diagnosis, from contacts, diagnoses and organisations. back_contacts:
-- one row a counting contact, of people of all ages, with back pain that is neither inflammatory nor malignant, with
-- the specialty and region of its department, whether it is a spine centre, and the day of the person's earlier one.
-- excluded_contacts: one row a contact left out.

SET VARIABLE back_diagnoses = (SELECT list(l ORDER BY len(l.prefix) DESC, l.prefix) FROM code_back_diagnoses l);
SET VARIABLE excluded_diagnoses = (SELECT list(l ORDER BY len(l.prefix) DESC, l.prefix) FROM code_excluded_diagnoses l);

SET VARIABLE spine_centres = (SELECT list(lower(l.prefix) ORDER BY l.prefix) FROM code_spine_centres l);

CREATE OR REPLACE TEMP VIEW found_contacts AS
WITH coded AS MATERIALIZED (
  -- The action diagnosis comes first, since A sorts before B.
  SELECT contact_id, arg_min(code, type || code) FILTER (back) AS diagnosis, bool_or(excluded) AS excluded
  FROM (
    SELECT contact_id, type, code, is_listed(code, getvariable('back_diagnoses')) AS back,
      is_listed(code, getvariable('excluded_diagnoses')) AS excluded
    FROM diagnoses
    -- A contact's own diagnoses, action and secondary: referral diagnoses and add-on codes say nothing of what was
    -- found.
    WHERE type IN ('A', 'B')
  )
  WHERE back OR excluded
  GROUP BY contact_id HAVING bool_or(back)
),
spans AS (
  SELECT department, day AS valid_from,
    lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY department ORDER BY day) AS valid_until
  FROM (
    SELECT DISTINCT department,
      unnest([coalesce(valid_from, DATE '0001-01-01'), coalesce(valid_to, DATE '9999-12-30') + 1]) AS day
    FROM organisations
  )
),
-- A department registered twice on a day counts as it was registered last, whatever the order of rows.
units AS (
  SELECT s.*, o.private, o.region, o.specialty, o.name
  FROM spans s JOIN organisations o ON o.department = s.department
    AND s.valid_from BETWEEN coalesce(o.valid_from, DATE '0001-01-01') AND coalesce(o.valid_to, DATE '9999-12-31')
  QUALIFY row_number() OVER (
    PARTITION BY s.department, s.valid_from
    ORDER BY o.valid_from DESC NULLS LAST, o.valid_to DESC NULLS FIRST, o.region, o.private, o.specialty, o.name
  ) = 1
),
kinds AS (
  SELECT diagnosis, listed_as(diagnosis, getvariable('back_diagnoses')).diagnosis_group AS diagnosis_group,
    listed_as(diagnosis, getvariable('back_diagnoses')).site AS site
  FROM (SELECT DISTINCT diagnosis FROM coded)
),
specialties AS (SELECT lower(trim(name)) AS name, min(specialty) AS specialty FROM code_specialties GROUP BY 1)
SELECT contact_id, person_id, start_date, start_time, diagnosis, diagnosis_group, site,
  CASE
    WHEN u.private THEN 'private'
    WHEN coalesce(own.specialty, of_department.specialty, 'other') = 'other' THEN getvariable('other_specialties')
    ELSE coalesce(own.specialty, of_department.specialty)
  END AS specialty,
  CASE WHEN u.private THEN 'private' ELSE coalesce(u.region, c.region, 'unknown') END AS hospital_region,
  -- A private hospital is private, whatever it is called.
  coalesce(
    NOT u.private AND list_bool_or([starts_with(lower(trim(u.name)), prefix) FOR prefix IN getvariable('spine_centres')]),
    false
  ) AS spine_centre,
  CASE WHEN c.department IS NOT NULL THEN u.department IS NOT NULL END AS department_known, excluded,
  lag(start_date) OVER (
    PARTITION BY person_id, excluded ORDER BY start_date, start_time NULLS LAST, contact_id
  ) AS earlier
FROM contacts c JOIN coded USING (contact_id) JOIN kinds USING (diagnosis)
  SEMI JOIN (SELECT code FROM code_contact_types WHERE counts = 'yes') AS counting ON counting.code = c.contact_type
  LEFT JOIN units u ON u.department = c.department AND c.start_date >= u.valid_from AND c.start_date < u.valid_until
  LEFT JOIN specialties own ON own.name = lower(trim(c.specialty))
  LEFT JOIN specialties of_department ON of_department.name = lower(trim(u.specialty));

-- Kept in memory while cohort and flows ask for them; flow_contacts.sql gives the memory back.
CREATE OR REPLACE TEMP TABLE coded_contacts AS FROM found_contacts;
CREATE OR REPLACE TEMP VIEW back_contacts AS SELECT * EXCLUDE (excluded) FROM coded_contacts WHERE NOT excluded;
CREATE OR REPLACE TEMP VIEW excluded_contacts AS SELECT person_id, start_date FROM coded_contacts WHERE excluded;

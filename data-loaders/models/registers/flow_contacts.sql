-- The back contacts of each index patient from the index contact to a year after, in order; next_specialty is NULL
-- after the last. One row a contact of an index patient and period, numbered from 1.

CREATE OR REPLACE TEMP TABLE flow_contacts AS
SELECT c.period, c.person_id, b.contact_id, row_number() OVER course::INTEGER AS contact_no, b.start_date, b.specialty,
  lead(b.specialty) OVER course AS next_specialty, b.diagnosis
FROM cohort c JOIN back_contacts b
  ON b.person_id = c.person_id AND b.start_date BETWEEN c.index_date AND c.index_date + INTERVAL 1 YEAR
WINDOW course AS (PARTITION BY c.period, c.person_id ORDER BY b.start_date, b.start_time NULLS LAST, b.contact_id);

-- No model after this reads all contacts, a quarter of what a national delivery may hold in memory: back_contacts,
-- which an indicator may still read, is found anew from here on.
CREATE OR REPLACE TEMP VIEW back_contacts AS SELECT * EXCLUDE (excluded) FROM found_contacts WHERE NOT excluded;
DROP VIEW excluded_contacts;
DROP TABLE coded_contacts;

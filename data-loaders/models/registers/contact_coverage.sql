-- How much the registers know of back contacts, by month and hospital region: of people of all ages, new patients or
-- not. One row a period, month and hospital region. Counted here, while the contacts are in memory.

CREATE OR REPLACE TEMP TABLE contact_coverage AS
WITH housed AS (
  SELECT person_id, min(snapshot) AS since FROM residences
  WHERE municipality IS NOT NULL OR region IS NOT NULL
  GROUP BY person_id
)
SELECT p.period, strftime(c.start_date, '%Y-%m') AS month, c.hospital_region, count(*)::INTEGER AS contacts,
  count_if(coalesce(h.since <= c.start_date, false))::INTEGER AS residence,
  count_if(coalesce(c.department_known, false))::INTEGER AS department
FROM back_contacts c JOIN periods p ON c.start_date BETWEEN p.from_date AND p.to_date
  LEFT JOIN housed h USING (person_id)
GROUP BY ALL;

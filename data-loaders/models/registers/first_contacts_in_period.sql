-- The first back contact of everybody in each period, with what decides whether it is an index contact.
-- One row a person and period.

CREATE OR REPLACE TEMP TABLE first_contacts_in_period AS
SELECT p.period, c.*, x.sex, x.born, date_sub('year', x.born, c.start_date)::INTEGER AS age,
  coalesce(c.earlier >= c.start_date - to_years(getvariable('years_without')), false) AS prevalent
FROM back_contacts c
  JOIN periods p ON c.start_date BETWEEN p.from_date AND p.to_date AND coalesce(c.earlier < p.from_date, true)
  LEFT JOIN persons x USING (person_id);

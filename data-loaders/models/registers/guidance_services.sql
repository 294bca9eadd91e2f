-- Services of chiropractors and physiotherapists on the code list, for people of the cohort.
-- One row a person, week and provider. Sum number, never count rows: a settlement may be taken back.

CREATE OR REPLACE TEMP TABLE guidance_services AS
SELECT s.person_id, s.week_start, l.provider, sum(s.number) AS number
FROM services s JOIN (SELECT DISTINCT specialty, service, provider FROM code_service_codes) l
  ON l.specialty = s.specialty AND l.service = s.service
  SEMI JOIN cohort c ON c.person_id = s.person_id
GROUP BY ALL;

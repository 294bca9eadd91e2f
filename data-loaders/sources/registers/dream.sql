-- Benefits and employment from the wide register of DREAM, whose lists dream_weeks and dream_months place in time.
-- employment: one row a person and month with a degree. benefits: one row a person and week with a code.

CREATE OR REPLACE TEMP VIEW employment AS
SELECT person_id, start AS month, value AS degree
FROM (
  SELECT person_id, file_no, unnest(employment) AS value, generate_subscripts(employment, 1) AS n FROM register_dream
) listed JOIN dream_months USING (file_no, n)
WHERE value IS NOT NULL;

CREATE OR REPLACE TEMP VIEW benefits AS
SELECT person_id, start AS week_start, CAST(value AS VARCHAR) AS code
FROM (
  SELECT person_id, file_no, unnest(benefits) AS value, generate_subscripts(benefits, 1) AS n FROM register_dream
) listed JOIN dream_weeks USING (file_no, n)
WHERE value IS NOT NULL;

-- A month is looked up at its place in the list: a join with the views would unpack every month of everybody. What is
-- asked is put together by person first: it is then the smaller side of the join, and the lists are not held in memory.
CREATE OR REPLACE TEMP MACRO dream_of(asked) AS TABLE
SELECT d.*, unnest(a.months) AS month
FROM register_dream d JOIN (
  SELECT person_id, list(DISTINCT month) AS months FROM query_table(asked) GROUP BY person_id
) a USING (person_id);

CREATE OR REPLACE TEMP MACRO employment_of(asked) AS TABLE
SELECT d.person_id, d.month, d.employment[m.n] AS degree
FROM dream_of(asked) d JOIN dream_months m ON m.file_no = d.file_no AND m.start = d.month
WHERE degree IS NOT NULL;

CREATE OR REPLACE TEMP MACRO benefits_of(asked) AS TABLE
SELECT person_id, month, week_start, CAST(benefit AS VARCHAR) AS code
FROM (
  SELECT d.person_id, d.month, unnest(w.starts) AS week_start, unnest(list_select(d.benefits, w.places)) AS benefit
  FROM dream_of(asked) d JOIN (
    SELECT file_no, date_trunc('month', start)::DATE AS month, list(n ORDER BY n) AS places,
      list(start ORDER BY n) AS starts
    FROM dream_weeks GROUP BY ALL
  ) w ON w.file_no = d.file_no AND w.month = d.month
)
WHERE benefit IS NOT NULL;

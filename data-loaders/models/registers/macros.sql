-- What models and indicators share: what a code list says of a code, whether a date lies in a window around the index
-- date, and the bands of age. A list is a variable with the rows of a code list, the longest prefix first; a window is
-- {opens, closes}, such as '-3 months'.

-- Written as a list so that it is tested on the dictionary of a column while its file is read: a join would read every
-- row first.
CREATE OR REPLACE TEMP MACRO is_listed(code, list) AS
  coalesce(list_bool_or([starts_with(code, entry.prefix) FOR entry IN list]), false);

-- The row of the longest prefix that the code begins with; NULL where there is none.
CREATE OR REPLACE TEMP MACRO listed_as(code, list) AS
  list_filter(list, lambda entry: starts_with(code, entry.prefix))[1];

CREATE OR REPLACE TEMP MACRO away(index_date, span) AS (index_date + span::INTERVAL)::DATE;

CREATE OR REPLACE TEMP MACRO is_within(date, index_date, around) AS
  date BETWEEN away(index_date, around.opens) AND away(index_date, around.closes);

-- A week is known by its Monday, and counts where it lies wholly in the window.
CREATE OR REPLACE TEMP MACRO week_is_within(monday, index_date, around) AS
  monday >= away(index_date, around.opens) AND monday + 6 <= away(index_date, around.closes);

-- The ten-year band that values are standardised by.
CREATE OR REPLACE TEMP MACRO age_band_of(age) AS
  CASE WHEN age < 30 THEN '18-29' WHEN age >= 80 THEN '80+'
    ELSE (age // 10 * 10)::VARCHAR || '-' || (age // 10 * 10 + 9)::VARCHAR END;

-- What all of several rows say; NULL where two contradict each other, whatever their order.
CREATE OR REPLACE TEMP MACRO agreed(said) AS CASE WHEN len(list_distinct(said)) = 1 THEN list_distinct(said)[1] END;

-- Alive and resident to the end of the last day.
CREATE OR REPLACE TEMP MACRO is_followed(left_on, index_date, span) AS coalesce(left_on > away(index_date, span), true);

-- Rows of a table with region and municipality, each of them once for the country and once for either: area_type,
-- area_id.
CREATE OR REPLACE TEMP MACRO per_area(homes) AS TABLE
  SELECT * FROM (SELECT *, 'country' AS country FROM query_table(homes))
  UNPIVOT (area_id FOR area_type IN (country, region, municipality));

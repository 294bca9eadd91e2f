-- The course of an index patient as one sequence. One row an index patient and period.
--
--     start      the specialty of the index contact.
--     sequence   each kind of event once on either side of the index contact, in the order it first occurs, as
--                physiotherapist analgesic | medicine mri operation.
--     steps      how many; days: from the first step to the last, NULL where there is but one.
--     condition  that of the year's contacts by the list of conditions, the gravest where they name several: unspecific
--                only when no contact names anything else.

SET VARIABLE conditions = (SELECT list(l ORDER BY len(l.prefix) DESC, l.prefix) FROM code_conditions l);
SET VARIABLE gravest_first = ['disc_herniation', 'stenosis', 'nerve_root', 'other', 'unspecific'];

-- The events of a list that are the first of their kind.
CREATE OR REPLACE TEMP MACRO first_of_kind(events) AS
  list_filter(events, lambda event, i: list_position([e.kind FOR e IN events], event.kind) = i);
CREATE OR REPLACE TEMP MACRO kinds_of(events) AS array_to_string([e.kind FOR e IN events], ' ');

CREATE OR REPLACE TEMP TABLE pathways AS
WITH sides AS (
  SELECT period, person_id, list_sort(list({no: no, day: day, kind: kind}) FILTER (day < 0)) AS before,
    list_sort(list({no: no, day: day, kind: kind}) FILTER (day >= 0)) AS after
  FROM pathway_events WHERE NOT beyond GROUP BY ALL
),
sequences AS (
  SELECT period, person_id, first_of_kind(before) AS before, first_of_kind(after) AS after FROM sides
),
places AS (
  SELECT diagnosis,
    list_position(
      getvariable('gravest_first'), coalesce(listed_as(diagnosis, getvariable('conditions')).condition, 'other')
    ) AS place
  FROM (SELECT DISTINCT diagnosis FROM flow_contacts)
),
conditions AS (
  SELECT period, person_id, min(place) AS place FROM flow_contacts JOIN places USING (diagnosis) GROUP BY ALL
)
SELECT period, person_id, c.specialty AS start,
  concat_ws(getvariable('index_mark'), kinds_of(before), kinds_of(after)) AS sequence,
  (coalesce(len(before), 0) + len(after))::INTEGER AS steps,
  CASE WHEN steps > 1 THEN after[-1].day - coalesce(before[1].day, after[1].day) END AS days,
  getvariable('gravest_first')[place] AS condition
FROM cohort c JOIN sequences USING (period, person_id) JOIN conditions USING (period, person_id);

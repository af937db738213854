-- Completed visits in person; two on one day by one worker for one family are one.
--
-- Parameters
--   none
-- Grain
--   one row per case_id, worker_id and visited_on
-- Columns
--   case_id         text     family
--   worker_id       text     visitor
--   visited_on      date     day
-- Tables
--   visit
select distinct
    visit.case_id,
    visit.worker_id,
    visit.visited_on
from visit
where
    visit.outcome = 'completed'
    and visit.mode in ('home', 'centre', 'other_in_person')

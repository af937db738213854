-- Days on which savers completed visits.
--
-- Parameters
--   none
-- Grain
--   one row per worker_id, visited_on and known_on
-- Columns
--   worker_id       text     saver
--   org_id          text     centre of the saver
--   visited_on      date     day of the visits
--   known_on        date     day from which they count: on an earlier one no
--                            row of the family is there yet
--   visits          integer  completed visits
-- Tables
--   completed_visit, case_file, worker
select
    worker.worker_id,
    worker.org_id,
    completed_visit.visited_on,
    greatest(completed_visit.visited_on, case_file.intake_on) as known_on,
    count(*) as visits
from completed_visit
inner join case_file on completed_visit.case_id = case_file.case_id
inner join worker on completed_visit.worker_id = worker.worker_id
where worker.role = 'saver'
group by
    worker.worker_id,
    worker.org_id,
    completed_visit.visited_on,
    greatest(completed_visit.visited_on, case_file.intake_on)

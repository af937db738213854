-- Completed visits of each family in each month.
--
-- Parameters
--   none
-- Grain
--   one row per case_id and month, months without one left out
-- Columns
--   case_id         text     family
--   month           date     first day of the month
--   visits          integer  completed visits
--   last_visited_on  date    day of the last of them
-- Tables
--   completed_visit
select
    completed_visit.case_id,
    cast(date_trunc('month', completed_visit.visited_on) as date) as month,
    count(*) as visits,
    max(completed_visit.visited_on) as last_visited_on
from completed_visit
group by
    completed_visit.case_id,
    cast(date_trunc('month', completed_visit.visited_on) as date)

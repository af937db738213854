-- Attempted and cancelled visits in the month, by reason.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and reason, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     first day of the month
--   reason          text     why the visit was not completed, or unknown
--   visits          integer  visits of every mode
--   families        integer  distinct families
-- Tables
--   visit, case_file
select
    case_file.org_id,
    cast(date_trunc('month', visit.visited_on) as date) as month,
    coalesce(visit.reason, 'unknown') as reason,
    count(*) as visits,
    count(distinct visit.case_id) as families
from visit
inner join case_file on visit.case_id = case_file.case_id
where visit.outcome in ('attempted', 'cancelled')
group by
    case_file.org_id,
    cast(date_trunc('month', visit.visited_on) as date),
    coalesce(visit.reason, 'unknown')

-- Families that closed in the month, by reason.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and reason, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   reason          text     reason of the closure
--   families        integer  families
-- Tables
--   closure, case_file
select
    case_file.org_id,
    cast(date_trunc('month', closure.closed_on) as date) as month,
    closure.reason,
    count(*) as families
from closure
inner join case_file on closure.case_id = case_file.case_id
group by
    case_file.org_id,
    cast(date_trunc('month', closure.closed_on) as date),
    closure.reason

-- Savers who left in the twelve months to the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre of the savers
--   month           date     first day of the month
--   savers          integer  savers whose last day lay before a day of these
-- Tables
--   twelve_months, worker
select
    worker.org_id,
    twelve_months.month,
    count(*) as savers
from worker
inner join twelve_months
    on
        worker.ended_on >= twelve_months.first_day
        and worker.ended_on <= twelve_months.last_day
where worker.role = 'saver'
group by worker.org_id, twelve_months.month

-- Families whose first day on the programme falls in the month.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   families        integer  families
-- Tables
--   programme_stay
with first_days as (
    select
        programme_stay.case_id,
        programme_stay.org_id,
        min(programme_stay.first_day) as first_day
    from programme_stay
    group by programme_stay.case_id, programme_stay.org_id
)
select
    first_days.org_id,
    cast(date_trunc('month', first_days.first_day) as date) as month,
    count(*) as families
from first_days
where first_days.first_day <= :as_of
group by
    first_days.org_id,
    cast(date_trunc('month', first_days.first_day) as date)

-- Families that a centre can serve at once, at the end of each month.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month; no row where no capacity is set that day
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   places          integer  ceiling of families, 0 or more
--   units           integer  always 1: a ceiling of 0 is set all the same
-- Tables
--   reporting_month, org_capacity
select
    org_capacity.org_id,
    reporting_month.month,
    org_capacity.max_active_cases as places,
    1 as units
from reporting_month
inner join org_capacity
    on
        org_capacity.valid_from <= reporting_month.day
        and (
            org_capacity.valid_to is null
            or org_capacity.valid_to > reporting_month.day
        )

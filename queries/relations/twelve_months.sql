-- The twelve months to the end of each month, also of months still to come.
--
-- Parameters
--   first_month     date     first day of the first month
--   last_month      date     first day of the last month
--   as_of           date     last day that is counted
-- Grain
--   one row per month; a year that still runs ends with a month to come
-- Columns
--   month           date     first day of the month
--   first_day       date     first day of the twelve months
--   last_day        date     last day of the month, cut at the as-of day
-- Tables
--   none
select
    cast(months.month as date) as month,
    cast(months.month - interval '11 months' as date) as first_day,
    least(
        cast(months.month + interval '1 month' as date) - 1,
        cast(:as_of as date)
    ) as last_day
from generate_series(
    cast(:first_month as timestamp),
    cast(:last_month as timestamp),
    interval '1 month'
) as months (month)

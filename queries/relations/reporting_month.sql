-- The months that are reported, each with the day of its stocks.
--
-- Parameters
--   first_month     date     first day of the first month
--   as_of           date     last day that is counted
-- Grain
--   one row per month from the first to that of the as-of day
-- Columns
--   month           date     first day of the month
--   day             date     last day of the month, cut at the as-of day
--   days            integer  days of the whole month
-- Tables
--   none
select
    cast(months.month as date) as month,
    least(
        cast(months.month + interval '1 month' as date) - 1,
        cast(:as_of as date)
    ) as day,
    cast(months.month + interval '1 month' as date)
    - cast(months.month as date) as days
from generate_series(
    cast(:first_month as timestamp),
    cast(:as_of as timestamp),
    interval '1 month'
) as months (month)

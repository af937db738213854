-- Visits that each service level requires, for every day there is.
--
-- Parameters
--   none
-- Grain
--   one row per level and stretch of days; the stretches of a level leave no
--   gap, since a family is in scope also on days that require nothing
-- Columns
--   level           text     service level
--   first_day       date     first day
--   end_day         date     first day no longer so
--   visits_per_month  numeric(4,2)  visits in a full month; 0 where the model
--                            has no row for the day
-- Tables
--   service_level, case_level
with rows_of_levels as (
    select
        service_level.level,
        service_level.valid_from as first_day,
        coalesce(service_level.valid_to, date '9999-12-31') as end_day,
        service_level.visits_per_month
    from service_level
    union all
    select distinct
        case_level.level,
        date '0001-01-01' as first_day,
        date '0001-01-01' as end_day,
        0 as visits_per_month
    from case_level
),

days_after_rows as (
    select
        rows_of_levels.level,
        rows_of_levels.end_day as first_day,
        coalesce(
            lead(rows_of_levels.first_day) over (
                partition by rows_of_levels.level
                order by rows_of_levels.first_day
            ),
            date '9999-12-31'
        ) as end_day,
        0 as visits_per_month
    from rows_of_levels
),

stretches as (
    select
        rows_of_levels.level,
        rows_of_levels.first_day,
        rows_of_levels.end_day,
        rows_of_levels.visits_per_month
    from rows_of_levels
    union all
    select
        days_after_rows.level,
        days_after_rows.first_day,
        days_after_rows.end_day,
        days_after_rows.visits_per_month
    from days_after_rows
)
select
    stretches.level,
    stretches.first_day,
    stretches.end_day,
    stretches.visits_per_month
from stretches
where stretches.first_day < stretches.end_day

-- Live births of each district in its newest year not after the year of the day.
--
-- Parameters
--   none
-- Grain
--   one row per area_code and month, none where all years are later ones
-- Columns
--   area_code       text     district
--   month           date     first day of the month
--   births          integer  live births
-- Tables
--   twelve_months, area_births
with ranked_years as (
    select
        area_births.area_code,
        twelve_months.month,
        area_births.births,
        row_number() over (
            partition by area_births.area_code, twelve_months.month
            order by area_births.year desc
        ) as place
    from area_births
    inner join twelve_months
        on area_births.year <= extract(year from twelve_months.last_day)
)
select
    ranked_years.area_code,
    ranked_years.month,
    ranked_years.births
from ranked_years
where ranked_years.place = 1

-- Live births of each district in its newest year not after the year of the day.
--
-- Parameters
--   none
-- Grain
--   one row per area_code and month
-- Columns
--   area_code       text     district
--   month           date     first day of the month
--   births          integer  live births; 0 where all years are later ones
-- Tables
--   twelve_months, area_births
with ranked_years as (
    select
        area_births.area_code,
        twelve_months.month,
        case
            when
                area_births.year <= extract(year from twelve_months.last_day)
                then area_births.births
            else 0
        end as births,
        row_number() over (
            partition by area_births.area_code, twelve_months.month
            order by
                case
                    when
                        area_births.year
                        <= extract(year from twelve_months.last_day)
                        then area_births.year
                    else 0
                end desc
        ) as place
    from area_births
    cross join twelve_months
)
select
    ranked_years.area_code,
    ranked_years.month,
    ranked_years.births
from ranked_years
where ranked_years.place = 1

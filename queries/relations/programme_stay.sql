-- Unbroken stays of families on the programme.
--
-- Parameters
--   none
-- Grain
--   one row per family and stay
-- Columns
--   case_id         text     family
--   org_id          text     centre
--   first_day       date     first day of the stay
--   end_day         date     first day after it; 9999-12-31 while it runs
-- Tables
--   on_programme
with marked as (
    select
        on_programme.case_id,
        on_programme.org_id,
        on_programme.first_day,
        on_programme.end_day,
        -- A stretch that begins where no earlier one reached opens a stay.
        case
            when on_programme.first_day <= max(on_programme.end_day) over (
                partition by on_programme.case_id
                order by on_programme.first_day, on_programme.end_day
                rows between unbounded preceding and 1 preceding
            ) then 0
            else 1
        end as opens_stay
    from on_programme
),

numbered as (
    select
        marked.case_id,
        marked.org_id,
        marked.first_day,
        marked.end_day,
        sum(marked.opens_stay) over (
            partition by marked.case_id
            order by marked.first_day, marked.end_day
            rows between unbounded preceding and current row
        ) as stay
    from marked
)
select
    numbered.case_id,
    numbered.org_id,
    min(numbered.first_day) as first_day,
    max(numbered.end_day) as end_day
from numbered
group by numbered.case_id, numbered.org_id, numbered.stay

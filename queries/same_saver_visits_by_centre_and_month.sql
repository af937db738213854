-- Completed visits of the six months to the end of each month, by who made them.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, also of months to come, zero rows left out
-- Columns
--   org_id          text     centre of the family
--   month           date     last of the six months
--   visits          integer  visits of families with at least three of them
--   by_same         integer  of these, by the visitor who made most of them
--   families        integer  families with at least three visits
--   families_of_several  integer  of these, with visits by several visitors
-- Tables
--   twelve_months, completed_visit, case_file
with visitor_months as (
    select
        completed_visit.case_id,
        completed_visit.worker_id,
        cast(date_trunc('month', completed_visit.visited_on) as date) as month,
        count(*) as visits
    from completed_visit
    group by
        completed_visit.case_id,
        completed_visit.worker_id,
        cast(date_trunc('month', completed_visit.visited_on) as date)
),

-- Each month with its six months, so that visits find theirs by equality.
six_months as (
    select
        twelve_months.month,
        cast(
            twelve_months.month - before.months * interval '1 month' as date
        ) as month_of_visit
    from twelve_months
    cross join generate_series(0, 5) as before (months)
),

visitors as (
    select
        visitor_months.case_id,
        visitor_months.worker_id,
        six_months.month,
        cast(sum(visitor_months.visits) as integer) as visits
    from visitor_months
    inner join six_months on visitor_months.month = six_months.month_of_visit
    group by
        visitor_months.case_id,
        visitor_months.worker_id,
        six_months.month
),

families as (
    select
        visitors.case_id,
        visitors.month,
        sum(visitors.visits) as visits,
        max(visitors.visits) as by_same,
        count(*) as visitors
    from visitors
    group by visitors.case_id, visitors.month
    having sum(visitors.visits) >= 3
)
select
    case_file.org_id,
    families.month,
    cast(sum(families.visits) as bigint) as visits,
    cast(sum(families.by_same) as bigint) as by_same,
    count(*) as families,
    count(*) filter (where families.visitors > 1) as families_of_several
from families
inner join case_file on families.case_id = case_file.case_id
group by case_file.org_id, families.month

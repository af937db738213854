-- Families in scope of visits at the end of each month, and those unseen.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   families        integer  in scope, and on the programme for longer than
--                            the days after which a family counts as unseen
--   unseen          integer  of these, with no completed visit in those days
--   never_seen      integer  of these, with no completed visit at all
-- Tables
--   family_month, visit_month
with families_in_scope as (
    select
        family_month.case_id,
        family_month.org_id,
        family_month.month,
        family_month.day,
        family_month.max_gap_days
    from family_month
    where
        family_month.in_scope
        and family_month.stay_from
        <= family_month.day - family_month.max_gap_days
),

-- Months of families and months with a visit in one row of time, since joining
-- each month with all earlier visits makes many times as many rows.
months as (
    select
        families_in_scope.case_id,
        families_in_scope.month,
        families_in_scope.org_id,
        families_in_scope.day,
        families_in_scope.max_gap_days,
        cast(null as date) as visited_on
    from families_in_scope
    union all
    select
        visit_month.case_id,
        visit_month.month,
        cast(null as text) as org_id,
        cast(null as date) as day,
        cast(null as integer) as max_gap_days,
        visit_month.last_visited_on as visited_on
    from visit_month
),

months_with_last_visit as (
    select
        months.org_id,
        months.month,
        months.day,
        months.max_gap_days,
        -- Both rows of one month are peers: a visit in it is seen.
        max(months.visited_on) over (
            partition by months.case_id
            order by months.month
        ) as visited_on
    from months
)
select
    months_with_last_visit.org_id,
    months_with_last_visit.month,
    count(*) as families,
    count(*) filter (
        where
            months_with_last_visit.visited_on is null
            or months_with_last_visit.visited_on
            <= months_with_last_visit.day
            - months_with_last_visit.max_gap_days
    ) as unseen,
    count(*) filter (
        where months_with_last_visit.visited_on is null
    ) as never_seen
from months_with_last_visit
where months_with_last_visit.org_id is not null
group by months_with_last_visit.org_id, months_with_last_visit.month

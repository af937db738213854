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
--   family_month, completed_visit
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

last_visits as (
    select
        families_in_scope.case_id,
        families_in_scope.month,
        max(completed_visit.visited_on) as visited_on
    from families_in_scope
    inner join completed_visit
        on
            families_in_scope.case_id = completed_visit.case_id
            and completed_visit.visited_on <= families_in_scope.day
    group by families_in_scope.case_id, families_in_scope.month
)
select
    families_in_scope.org_id,
    families_in_scope.month,
    count(*) as families,
    count(*) filter (
        where
            last_visits.visited_on is null
            or last_visits.visited_on
            <= families_in_scope.day - families_in_scope.max_gap_days
    ) as unseen,
    count(*) filter (where last_visits.visited_on is null) as never_seen
from families_in_scope
left join last_visits
    on
        families_in_scope.case_id = last_visits.case_id
        and families_in_scope.month = last_visits.month
group by families_in_scope.org_id, families_in_scope.month

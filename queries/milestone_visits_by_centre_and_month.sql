-- Milestone visits whose window closed in the month, and those made on time.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id, month and milestone, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     month of the last day on time
--   milestone       text     milestone, or unknown
--   visits          integer  planned visits, not waived, of families that
--                            were active on the due day
--   on_time         integer  of these, made by the last day on time
--   families_on_time  integer  distinct families of the visits on time
--   families_not_on_time  integer  distinct families of the others
-- Tables
--   planned_visit
with milestone_visits as (
    select
        planned_visit.org_id,
        planned_visit.case_id,
        cast(date_trunc('month', planned_visit.window_to) as date) as month,
        coalesce(planned_visit.milestone, 'unknown') as milestone,
        coalesce(
            planned_visit.completed_on <= planned_visit.window_to, false
        ) as is_on_time
    from planned_visit
    where
        planned_visit.kind = 'milestone'
        -- The last day of the window still counts as due.
        and planned_visit.window_to < :as_of
        and planned_visit.due_while_active
        and planned_visit.waived_on is null
)
select
    milestone_visits.org_id,
    milestone_visits.month,
    milestone_visits.milestone,
    count(*) as visits,
    count(*) filter (where milestone_visits.is_on_time) as on_time,
    count(distinct milestone_visits.case_id) filter (
        where milestone_visits.is_on_time
    ) as families_on_time,
    count(distinct milestone_visits.case_id) filter (
        where not milestone_visits.is_on_time
    ) as families_not_on_time
from milestone_visits
group by
    milestone_visits.org_id,
    milestone_visits.month,
    milestone_visits.milestone

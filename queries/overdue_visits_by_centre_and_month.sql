-- Planned visits overdue at the end of each month, by days late.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and days_late, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   days_late       integer  days since the last day on time
--   visits          integer  planned visits
--   families        integer  families counted here: each with its visit that
--                            is latest, so that they add up over the days
-- Tables
--   reporting_month, planned_visit
with overdue_visits as (
    select
        planned_visit.org_id,
        planned_visit.case_id,
        reporting_month.month,
        reporting_month.day - planned_visit.window_to as days_late,
        row_number() over (
            partition by planned_visit.case_id, reporting_month.month
            order by planned_visit.window_to
        ) as place
    from planned_visit
    inner join reporting_month
        on
            planned_visit.window_to < reporting_month.day
            and planned_visit.expires_on >= reporting_month.day
            and planned_visit.created_on <= reporting_month.day
            and planned_visit.intake_on <= reporting_month.day
    where
        planned_visit.due_while_active
        -- What was done in time is never overdue, and most are.
        and (
            planned_visit.completed_on is null
            or planned_visit.completed_on > planned_visit.window_to
        )
        and (
            planned_visit.waived_on is null
            or planned_visit.waived_on > reporting_month.day
        )
        -- Done late before the row expires counts only once it has happened.
        and (
            planned_visit.completed_on is null
            or planned_visit.completed_on > reporting_month.day
        )
)
select
    overdue_visits.org_id,
    overdue_visits.month,
    overdue_visits.days_late,
    count(*) as visits,
    count(*) filter (where overdue_visits.place = 1) as families
from overdue_visits
group by
    overdue_visits.org_id,
    overdue_visits.month,
    overdue_visits.days_late

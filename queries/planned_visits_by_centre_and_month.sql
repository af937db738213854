-- Planned visits whose window closed in the month, by status on the as-of day.
--
-- Parameters
--   as_of           date     day of the status
-- Grain
--   one row per org_id, month and status, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     month of the last day on time
--   status          text     waived, not_applicable, done_on_time, done_late,
--                            missed or overdue
--   visits          integer  planned visits
--   families        integer  distinct families
-- Tables
--   planned_visit
with statuses as (
    select
        planned_visit.org_id,
        planned_visit.case_id,
        cast(date_trunc('month', planned_visit.window_to) as date) as month,
        case
            when planned_visit.waived_on <= :as_of then 'waived'
            when not planned_visit.due_while_active then 'not_applicable'
            when
                planned_visit.completed_on <= planned_visit.window_to
                then 'done_on_time'
            when
                planned_visit.completed_on <= planned_visit.expires_on
                then 'done_late'
            when planned_visit.expires_on < :as_of then 'missed'
            else 'overdue'
        end as status
    from planned_visit
    -- The last day of the window still counts as due.
    where planned_visit.window_to < :as_of
),

-- By family first: counting distinct families in one step sorts every visit.
families as (
    select
        statuses.org_id,
        statuses.month,
        statuses.status,
        statuses.case_id,
        count(*) as visits
    from statuses
    group by
        statuses.org_id,
        statuses.month,
        statuses.status,
        statuses.case_id
)
select
    families.org_id,
    families.month,
    families.status,
    cast(sum(families.visits) as bigint) as visits,
    count(*) as families
from families
group by families.org_id, families.month, families.status

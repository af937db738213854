-- Regular visits planned for families in scope on the due day, not waived.
--
-- Parameters
--   as_of           date     last day that is counted
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     month of the due day
--   visits          integer  planned visits
--   families        integer  distinct families
-- Tables
--   planned_visit, case_level
with families as (
    select
        planned_visit.org_id,
        planned_visit.case_id,
        cast(date_trunc('month', planned_visit.due_on) as date) as month,
        count(*) as visits
    from planned_visit
    inner join case_level
        on
            planned_visit.case_id = case_level.case_id
            and not case_level.alternate_schedule
            and case_level.valid_from <= planned_visit.due_on
            and (
                case_level.valid_to is null
                or case_level.valid_to > planned_visit.due_on
            )
    where
        planned_visit.kind = 'routine'
        and planned_visit.due_on <= :as_of
        and planned_visit.due_while_active
        and planned_visit.waived_on is null
    group by
        planned_visit.org_id,
        planned_visit.case_id,
        cast(date_trunc('month', planned_visit.due_on) as date)
)
select
    families.org_id,
    families.month,
    cast(sum(families.visits) as bigint) as visits,
    count(*) as families
from families
group by families.org_id, families.month

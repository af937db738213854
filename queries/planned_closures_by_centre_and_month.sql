-- Families that closed in the month, by whether the closure was planned.
--
-- Parameters
--   none
-- Grain
--   one row per org_id and month, zero rows left out
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   families        integer  families that count
--   planned         integer  of these, with a planned closure
--   unknown         integer  transferred without a word of a handover
--   not_counted     integer  closed by a death, or not eligible
-- Tables
--   closure, case_file
with kinds as (
    select
        case_file.org_id,
        cast(date_trunc('month', closure.closed_on) as date) as month,
        case
            when closure.reason in ('death', 'ineligible') then 'not_counted'
            when closure.reason in ('goals_met', 'aged_out') then 'planned'
            when closure.reason <> 'transferred' then 'unplanned'
            when closure.handover_to is null then 'unknown'
            when closure.handover_to = 'none' then 'unplanned'
            else 'planned'
        end as kind
    from closure
    inner join case_file on closure.case_id = case_file.case_id
)
select
    kinds.org_id,
    kinds.month,
    count(*) filter (where kinds.kind in ('planned', 'unplanned')) as families,
    count(*) filter (where kinds.kind = 'planned') as planned,
    count(*) filter (where kinds.kind = 'unknown') as unknown,
    count(*) filter (where kinds.kind = 'not_counted') as not_counted
from kinds
group by kinds.org_id, kinds.month

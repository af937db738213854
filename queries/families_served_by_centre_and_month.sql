-- Families on the programme on any day of the month, and their month before.
--
-- Parameters
--   none
-- Grain
--   one row per org_id, month and previous_month, zero rows left out; a family
--   is counted once in a period by taking the rows whose previous month lies
--   before it
-- Columns
--   org_id          text     centre
--   month           date     first day of the month
--   previous_month  date     the family's month before, or empty
--   families        integer  families
-- Tables
--   family_stage, case_file
with with_previous as (
    select
        family_stage.case_id,
        family_stage.month,
        lag(family_stage.month) over (
            partition by family_stage.case_id
            order by family_stage.month
        ) as previous_month
    from family_stage
)
select
    case_file.org_id,
    with_previous.month,
    with_previous.previous_month,
    count(*) as families
from with_previous
inner join case_file on with_previous.case_id = case_file.case_id
group by
    case_file.org_id,
    with_previous.month,
    with_previous.previous_month
